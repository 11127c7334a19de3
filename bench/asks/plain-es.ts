import type { Ways } from './ways.ts'

/**
 * What is said in few words: that nobody answers, that one is awaited, where to call; and beside it what names a trade,
 * a thing of a trade, or persons in general.
 */
export const PLAIN_ES: Ways = {
  lists: {
    TRADE:
      'agente|asesor|asesora|operador|operadora|ejecutivo|ejecutiva|representante|supervisor|gerente|encargado|encargada|responsable|persona|especialista|técnico|gestor|humano|empleado|jefe',
    TRADEADJ: `aduanero|aduanal|bancario|logístico|tributario|educativo|forestal|turístico|financiero|inmobiliario|jurídico|político|químico|infeccioso|causal|mecánico|nocturno|regional|
      municipal|comunitario|satelital|portuario|ferroviario|matemático|escolar|sanitario|penitenciario|encubierto|doble|limpiador|activo|autorizado|certificado|nuevo en el cargo|moral|natural|jubilada|soltera|casada|desaparecida|famosa`,
    FIELD: `retención|cambio|tránsito|aduanas|seguros|imagen|moda|maquinaria|grúa|cámara|radio|drones|montacargas|excavadora|bolsa|inversiones|bienes raíces|carga|turismo|viajes|compras|obra|planta|
      almacén|producción|personal|cocina|turno|sala|piso|zona|la competencia|mi edificio|mi empresa|mi colegio|mi barrio|la tienda de abajo|la sucursal|la escuela|limpieza|seguridad|belleza|nutrición|tesis|bodas|contabilidad`,
    TRADETHING: `sueldo|salario|uniforme|carnet|credencial|código|clave|usuario|turno|horario|curso|examen|licencia|contrato|comisión|firma|correo|silla|escritorio|tarjeta|sala|cuenta|perfil|manual|
      certificado|vacante|puesto|nombre|software|programa|crm|aplicación|capacitación|diadema|número|teléfono|minuto|plan|clase|tarifa|descuento|foto|reactivo|detergente|equipo|celular|visita|título|póliza|bono|reporte`,
    SHOW: 'televisión|canal|partido|concierto|juego|noticias|evento|transmisión|ubicación|clases|música|deportes|radio|sorteo|subasta|cámara|planta|animal|resultados',
    OTHERDEED:
      'comprar|entrar|participar|viajar|inscribirse|pagar|recoger|retirar|firmar|votar|usarlo|ganar|vivir aquí|ir al evento|ver la serie|jugar|asistir|compartir la cuenta|llevar el paquete|dormir',
    ANSWER: 'responder|atender|contestar|ayudar|hacer caso|dar una respuesta|dar una solución|leer',
    OFUS: 'un trabajador|una trabajadora|un empleado|una empleada|algún empleado|un miembro|un integrante|un funcionario|alguno|alguna|uno|una',
    OFYOU:
      'de la empresa|de ustedes|del equipo|de la compañía|de su equipo|de tu empresa|de ahí|de los que trabajan ahí',
    BOTA: 'un bot|un robot|una máquina|el bot|este bot|una ia|la máquina|este robot|una contestadora|un sistema',
    TELNUM:
      '3001234567|612345678|al 5512345678|55 1234 5678|11 4567 8901|987654321|este número|mi celular|mi casa|el número que tienen|mi teléfono',
    WHOEVER:
      'alguien|una persona|un asesor|un humano|el supervisor|algún agente|tu jefe|un ejecutivo|el encargado|una asesora|alguien real',
    QUICK: 'ya|por favor|porfa|xfa|urgente|pues|po|pe|che|ahora|||||',
    AREAOF:
      'calidad|reclamos|ventas|cobranzas|facturación|bajas|cancelaciones|soporte|pagos|créditos|atención|garantías|quejas|postventa|fraudes|logística|recaudo|retención de clientes',
  },
  asks: [
    '(nadie|acaso nadie|es que nadie|ningún asesor|ninguna persona|ni una persona) me (va a|piensa|puede|quiere) [ANSWER] [QUICK]',
    '(nadie|acaso nadie|es que nadie|será que nadie) (contesta|atiende|responde|trabaja|lee) (acá|aquí|ahí|en esta empresa|este chat|por aquí|)',
    '(alguien|una persona|algún asesor|[OFUS] [OFYOU]|algún humano) (me|nos) (puede|podría|va a|podrá|quiere) [ANSWER] [QUICK]',
    '(alguien|una persona|algún asesor|[OFUS] [OFYOU]) (puede|podría|va a|podrá) (atenderme|responderme|contestarme|hablarme|escribirme|llamarme) [QUICK]',
    '[OFUS] [OFYOU] [QUICK]',
    '[OFUS] [OFYOU] que me (atienda|ayude|responda|llame|escuche)',
    '(te|le|les) (estoy|vengo|llevo una hora|llevo rato|llevo días) (pidiendo|solicitando|rogando) [WHOEVER]',
    '(ya|) (te|le|les) (pedí|solicité|rogué|dije que quiero|dije que necesito) [WHOEVER] (hace rato|tres veces|[QUICK])',
    '(me|nos) (llaman|llama|marcan|marca|contactan|telefonean|devuelven la llamada) (por favor|porfa|xfa|porfis|x favor|plis) (al [TELNUM]|)',
    '(llámenme|llámeme|márquenme|márqueme|contáctenme|llamen|pueden llamarme|comuníquense) (a|al) [TELNUM] [QUICK]',
    '(no quiero|no me gusta|no acepto|no deseo|odio|no soporto|prefiero que no) que me (atienda|responda|conteste|hable|ayude) [BOTA]',
    '(que|quiero que|a ver si|necesito que|puede que|dile que) se (ponga|ponga al chat|ponga al teléfono|conecte|meta) [WHOEVER] [QUICK]',
    '(quitar|quita|quiten|saquen|retiren|apaguen|cierren|fuera|adiós) [BOTA] [QUICK]',
    '(quitar|quita|quiten|saquen|retiren|apaguen|fuera) [BOTA] y (pongan|pon|traigan|denme) (a |)[WHOEVER]',
    '(a ver si|ojalá|a ver cuándo|espero que) me (coge|atiende|contesta|lee|responde|llama) [WHOEVER]',
    'no me (dejes|dejen|deje|tengan|pongan) (con|a hablar con|hablando con) [BOTA]',
    'con (el área|el departamento|la oficina|el sector|la sección|los) de [AREAOF] [QUICK]',
    '(quién|quien) (me |)(atiende|ayuda|contesta|responde) (acá|aquí|ahí|por aquí|este bot no|este chat no|el bot no sirve)',
    '(quién|quien) (manda|está a cargo|es el responsable) ahí que (venga|me llame|conteste|dé la cara)',
    '(sigo|estoy|seguimos|llevo horas|todavía) esperando (a |que me atienda |que me conteste |que me llame |)[WHOEVER]',
    '(no habrá|no habría|no hay|no tendrán|no tienen) (nadie|alguien|ninguna persona|un alma) que me (pueda |)(atienda|atender|ayudar|ayude|contestar|responda|escuche)',
    '(este|tu|su|el) (bot|robot|chat|sistema) no (sirve|entiende|ayuda|funciona|resuelve) (alguien|hay alguien|quién me ayuda|que me atienda alguien|una persona|asesor)',
    '(alguien|hay alguien|quién) (me ayuda|que me ayude|me puede ayudar) (este|el) (bot|robot|chat) no (sirve|entiende|me entiende|funciona|me ayuda)',
    '(presioné|marqué|aprieto el|puse|ya marqué|digité) (0|cero) (para hablar con alguien|para operadora|y no sale nadie)',
  ],
  others: [
    '[TRADE] [TRADEADJ]',
    '[TRADE] de [FIELD]',
    '(un|una|el|la|mi|soy|es|busco|curso de|vacante de|contratan) [TRADE] (de [FIELD]|[TRADEADJ])',
    '[TRADETHING] (de|del|para|de un|de otro|por) [TRADE]',
    '[TRADETHING] [TRADE]',
    '(cuál es|dónde está|perdí|cuánto cuesta|cuánto es|necesito|cómo cambio) (el|mi|la|un) [TRADETHING] (de|del|para) [TRADE]',
    '(mi|el|ese) (celular|teléfono|equipo|módem|chip) (es|era|viene|está) (de|con|bloqueado por|libre de) (operador|operadora|agente|otro operador) (o libre|o no|)',
    '(liberar|desbloquear|activar|comprar|cambiar) (el |un |)(celular|teléfono|equipo|chip) de (operador|operadora|otro operador)',
    '(cualquier|otra|una|cada|qué|la misma|una sola|toda|alguna otra) persona (puede|podría|debe|que puede|quiere) [OTHERDEED]',
    '(cuántas|varias|pocas|más|menos|todas las|las) personas (pueden|podrían|deben|que pueden|van a|quieren) [OTHERDEED]',
    '(con quién|con quien|a quién|para quién|de quién|quién|quien) (puedo|debo|voy a|puede|va a|quiere) [OTHERDEED]',
    '[SHOW] en vivo',
    '(ver|dónde veo|hay|quiero|cómo pongo|precio de|se puede ver) (el |la |los |un |)[SHOW] en (vivo|directo) (hoy|gratis|en la app|)',
    '(cómo|qué necesito para|quiero) (me hago|hacerme|me vuelvo|ser|me convierto en|convertirme en|me inscribo como|postularme a|entrar de) [TRADE] (de [FIELD]|)',
    'persona (a cargo|a cargo del pedido|autorizada|que recibe|que firma|que paga|que retira|que vino|del contrato|responsable del pago|encargada del edificio|con discapacidad|mayor|moral|física|natural)',
    '(qué|quién|cuál) (necesita|es|lleva|paga|firma) la persona que (retira|recibe|viaja|firma|paga|llega)',
    '(minutos|plan|tarifa|minuto|paquete|recarga|bono) (de|para|y) hablar (a fijo|al exterior|ilimitado|y datos|con [FIELD]|)',
    'lo de (siempre|ayer|antes|mi factura|la otra vez|la promoción|hoy|la vez pasada|mi hijo|costumbre|todos los meses)',
    '(como|igual que|lo mismo de|lo mismo que|otra vez lo de) (siempre|ayer|antes|la vez pasada|el mes pasado)',
    '(hay|había|habrá|no hay|no habrá|no había|no estaba|va a haber) (alguien|nadie|gente|mucha gente|una persona) (en casa|en la tienda|en la sucursal|conectado a mi wifi|usando mi línea|en mi cuenta|el lunes|con ese número|en la caja)',
    '(alguien|una persona|alguno|nadie) (de mi casa|de mi familia|de mi trabajo|del edificio|más) (pagó|cambió la clave|puede pagar|usa el internet|recibió el paquete|tiene mi usuario|se conectó|lo firmó)',
    '(en cuánto|cuándo|a qué hora) (me |)(atienden|responden|contestan|resuelven|llaman por) (el reclamo|la solicitud|los sábados|el caso|el pedido|en la tienda|el correo)',
    '(cómo|para) (hago|hacer|recibir|bloquear|desviar) (una llamada|llamadas|las llamadas) (internacional|internacionales|gratis|perdidas|de un número|)',
    '(atención|prioridad|caja|fila|trámite) (prioritaria|preferencial|especial|rápida|presencial) (por embarazo|dónde|en el centro|para mayores|en la sucursal|tienen|)',
    '(me pasaron|me comunicaron|me transfirieron|me conectaron) (con|a) [AREAOF] y (me colgaron|nadie contestó|no sabían|me cortaron)',
    '(un|mi|este|ese) (empleado|trabajador|técnico) (de ustedes|suyo|de la empresa) (rompió la reja|no vino|dañó el piso|fue amable|me gritó|dejó cables|se llevó el equipo)',
    '(el|la|mi) (dueño|dueña|jefe|jefa|gerencia|encargado) (de la casa|del local|de mi edificio|del departamento|de mi trabajo) (no autoriza|pide un recibo|es otro|paga la factura|no está|quiere un certificado)',
  ],
}
