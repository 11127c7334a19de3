import type { Ways } from './ways.ts'

/** How Spanish is written to a company's chat: by asks of a person, and by what has their words and isn't one. */
export const SPANISH: Ways = {
  lists: {
    PERSON: `un asesor|una asesora|un agente|un operador|una operadora|un ejecutivo|una ejecutiva|un representante|
      una persona|una persona|una persona real|una persona de verdad|una persona física|un humano|un humano|un ser humano|alguien|alguien|
      alguien real|alguien de verdad|alguien humano|una persona de carne y hueso|alguien de carne y hueso|alguien del equipo|
      un supervisor|su supervisor|tu jefe|el encargado|el gerente|un responsable|un empleado|un agente humano|un asesor humano|
      un agente de servicio|un compañero|otra persona|alguien que sepa|alguien que me entienda|alguien competente|gente de verdad|
      un agente de atención al cliente|un asesor comercial|un asesor de servicio|un agente en vivo|1 persona|1 asesor|
      una señorita|un gestor|un teleoperador|la operadora|su supervisora|un superior|alguien con cerebro|quien sea`,
    BARE: `asesor|asesora|agente|operador|operadora|ejecutivo|representante|persona|persona real|humano|humana|ser humano|
      un asesor|un agente|una persona|un humano|agente humano|asesor humano|asesor en línea|persona de verdad|supervisor|gerente|encargado|
      una persona real|alguien real|atención humana|ayuda humana|soporte humano|atención personalizada|chat en vivo|
      chat con asesor|chat con agente|hablar con asesor|hablar con agente|hablar con persona|hablar con humano|hablar con alguien|
      contactar asesor|contactar agente|operador humano|modo humano|agente en vivo|asistencia humana|atención de una persona`,
    SERVICE: `soporte|atención al cliente|servicio al cliente|atención a clientes|ventas|facturación|cobranza|soporte técnico|
      el departamento de bajas|el área técnica|reclamaciones|retenciones|el departamento técnico|la central`,
    WANT: `quiero|quiero|necesito|necesito|quisiera|me gustaría|deseo|ocupo|prefiero|exijo|solicito|me urge|tengo que|querría|
      preciso|necesitaría|quiero poder|puedo|podría|se puede|es posible|será posible|cómo puedo|cómo hago para|dónde puedo|déjame|
      déjeme|hay forma de|hay manera de|no puedo|por qué no puedo|sería posible|permítame|solo quiero|lo que quiero es|es urgente|
      me interesa|pido|requiero|vengo a|estoy intentando|llevo una hora intentando|estoy tratando de|es imposible|imposible|
      no hay manera de|no hay forma de|quería|me gustaria poder|ya quiero|de verdad quiero|mejor quiero`,
    TALK: `hablar con|hablar con|hablar con|hablar con|platicar con|conversar con|charlar con|chatear con|comunicarme con|
      contactar con|contactar a|contactarme con|hablarle a|tratar con|dialogar con|ponerme en contacto con|entenderme con|
      tener contacto con|comunicar con|conectar con|hablarlo con|que me comuniquen con|que me pasen con|que me pongan con`,
    HAND: `pásame con|páseme con|pasame a|comunícame con|comuníqueme con|ponme con|póngame con|poneme con|conéctame con|
      transfiéreme con|transfiéreme a|transferime con|derívame con|derívame a|derivame con|mándame con|mándame a|dame|deme|dame con|deme con|
      me pasas con|me pasa con|me pasás con|me comunica con|me comunicas con|me puede comunicar con|me pueden pasar con|
      podrían pasarme con|me podés pasar con|me pones con|me puedes poner con|me transfieres a|me transfiere con|me conectas con|
      me derivas a|me derivás con|me regala|me das|me da|pásenme con|comuníquenme con|pónganme con|pasadme con|ponedme con|
      búscame|consígueme|quiero que me pasen con|necesito que me comuniquen con|haga el favor de comunicarme con|
      enlázame con|redirígeme a|llama a|me colabora con|ayúdame con|tráeme a|quiero|necesito|exijo|prefiero|mejor|busco|ocupo`,
    ATTEND: `que me atienda|que me ayude|me puede atender|me atiende|quiero que me atienda|necesito que me atienda|que me llame|
      quiero que me llame|podría llamarme|que me escuche|puede atenderme|que me conteste|que me responda|
      que revise mi caso|que lo revise|que lo mire|quiero que lo vea|puede revisar mi caso|quiero que me ayude|necesito que me ayude|
      ser atendido por|quiero ser atendido por|prefiero que me atienda|me puede llamar|por qué no me atiende|cuándo me atiende|quiero que me explique`,
    THAT: `que me atienda|que me ayude|que me escuche|que me llame|para hablar|con quien hablar|con quien pueda hablar|
      que me pueda atender|que no sea un robot|y no un bot|no una máquina|en línea|disponible|ahí|que me resuelva|por favor que me ayude`,
    EXIST: 'hay|habrá|no hay|no hay|tienen|tienes|existe|está|acaso no hay|será que hay',
    BOT: 'un robot|una máquina|un bot|robots|bots|máquinas|el bot|la máquina|un chatbot|un contestador|una inteligencia artificial|una ia|esta máquina|este bot',
    NOT: `no quiero|ya no quiero|odio|no pienso|me niego a|estoy harto de|basta de|me cansé de|no me gusta|paso de|
      no voy a|no soporto|dejen de hacerme|estoy cansada de|no tengo por qué`,
    WITHBOT: 'hablar con|tratar con|discutir con|escribirle a|chatear con|perder el tiempo con|seguir con',
    POLITE:
      'por favor|porfa|ya|urgente|ahora|gracias|xfa|pls|de una vez|ahora mismo|lo antes posible|si es tan amable|joder|carajo|ya mismo',
    OPEN: `hola|buenas|buenos días|buenas tardes|oiga|oye|che|mira|disculpe|perdón|ok|vale|sí|no|bueno|a ver|no entiendes nada|
      no me sirve|no me ayudas|no me entiendes|esto no funciona|ninguna de esas|otra cosa|ya basta|por dios|no eso no|estoy harto|
      es que mira|llevo una hora aquí|maldito bot|puta máquina`,
    WORK: 'agente|asesor|operador|ejecutivo|representante|gerente|supervisor|encargado|técnico',
    OF: 'de viajes|inmobiliario|de seguros|fiscal|de ventas|de grúa|legal|comercial de otra empresa|de tráfico|financiero',
    HE: `el asesor|la asesora|el agente|el operador|la operadora|el técnico|el supervisor|mi asesor|su agente|la persona|la chica|
      el señor|la señorita|el representante|el gerente|el encargado|un asesor|una persona|el instalador|el repartidor|alguien de ustedes|un agente`,
    DID: `que me atendió fue muy grosero|me dijo que era gratis|me dijo que mañana|me prometió un descuento|no vino|vino y no arregló nada|
      me colgó|me cobró de más|que vino ayer dejó todo sucio|fue muy amable|me explicó otra cosa|no sabía nada|me llamó ayer|quedó en llamarme|
      que me visitó rompió la pared|me ofreció otro plan|me aseguró que no había permanencia|ya me atendió|me pidió mi clave|nunca llegó|
      me hizo el contrato|ya me resolvió|me atendió muy bien|dijo que vendría hoy`,
    TOLD: 'hablé con|ayer hablé con|ya hablé con|hablamos con|estuve hablando con|me comuniqué con|chateé con|me atendió|me llamó|recibí una llamada de|me visitó',
    WHO: `eres|sos|es usted|estoy hablando con|hablo con|pareces|suenas como|me está atendiendo|esto es|eres realmente|tú eres|
      quién eres|no eres|seguro que eres|usted es`,
    NO: `no quiero|no necesito|no hace falta|no me pases con|no me pasen con|prefiero no hablar con|no quiero hablar con|no deseo hablar con|
      no me interesa hablar con|no necesito hablar con|sin hablar con|mejor tú que|prefiero hablar contigo que con|ya no necesito|no me comuniques con`,
    ONLY: 'solo el saldo|solo quiero la factura|dime cuánto debo|solo quiero cancelar|resuélvelo tú|gracias|solo una información|nada más|dame el precio',
    THING: `la factura|el saldo|el contrato|la clave del wifi|el enlace|el recibo|los datos|el número de pedido|una copia|el código|mi dinero|
      el precio|la cuenta|una respuesta|una solución|un descuento|información|el horario|la dirección`,
    GIVE: 'pásame|páseme|dame|deme|mándame|envíame|ponme|muéstrame|quiero|necesito|me pasas|me mandas|me das|me puede dar|comunícame|busco',
    SOMEONE: 'alguien|una persona|otra persona|un desconocido|alguna persona|mi vecino',
    STOLE: `usó mi tarjeta|me robó el teléfono|entró en mi cuenta|usa mi wifi|recogió mi paquete|firmó por mí|puede recoger el pedido|
      estará en casa|me estafó|hizo una compra con mi cuenta|se conectó a mi red|llamó haciéndose pasar por ustedes`,
    MOVE: 'pasar|poner|cambiar|transferir|ceder|mandar',
    OWNED: 'el contrato|la línea|la cuenta|el servicio|el titular|el saldo|el pedido|dinero',
    TO: 'a otra persona|a nombre de otra persona|a mi esposa|a mi hijo|a alguien de mi familia|a un amigo|a una persona mayor',
    WHEN: 'cuándo viene|a qué hora llega|cuándo llega|a qué hora viene|por qué no vino|dónde está|cómo se llama|puede venir|que venga|necesito que venga|manden a|quiero una visita de|quiero cita con',
    TOPIC:
      'de mi factura|en inglés|en español|del contrato|sobre el precio|de otra cosa|por el móvil|más barato|mañana|luego|del pedido',
    TELL: `contárselo a|contarle a|explicarle a|explicárselo a|preguntarle a|preguntar a|decírselo a|exponerlo a|exponer mi caso a|consultarlo con|
      tramitarlo con|gestionarlo con|resolverlo con|verlo con|discutirlo con|reclamarle a|quejarme con|pedírselo a|arreglarlo con|que lo lleve|
      que lo vea|que tome mi caso|que lo gestione|que lo tramite|que me explique|que me marque|que se comunique conmigo|que me contacte`,
    CALL: `llama a|llamá a|avisa a|avísale a|consulta con|consulta a|invita a|trae a|manda a|que venga|que entre|mete a|pide ayuda a|pregunta a|
      pon a|que hable|despierta a|solicitar|solicito|pido|espero a|falta|consigue|paso a|pasar con|pasar a|cambiar a|cambia a|derivación a|conexión con|
      transferencia a|comunicación con|contacto con|enlace con|ser transferido a|deseo ser transferido a|ser atendido por|puede verlo|cualquiera menos tú,`,
    OFF: 'apaga|desactiva|desactivar|salir de|quita|cierra|cállate|fuera|adiós|cancela|termina|no más|basta de|cualquiera menos|lo que sea menos|solo contesta|siempre contesta|solo hablan',
    DOING: `ver|comprar|cambiar|pagar|revisar|buscar|encontrar|devolver|saber|activar|instalar|configurar|descargar|reservar|cancelar|actualizar|
      recibir|abrir|cerrar|consultar|retirar|subir|mover|pedir|conseguir|entrar en|usar|renovar|contratar|quitar|agregar|arreglar|recuperar|enviar`,
    OBJECT: `una cita|mi contraseña|una tarjeta|un televisor|el router|la fibra|mi dirección|la aplicación|un vuelo|mi correo|una oferta|los puntos|
      el pedido|una talla más grande|el recibo de mayo|mi plan|un seguro|la garantía|la promoción|un cajero|una tienda|el cargo|el paquete|una línea nueva|
      los megas|el número de mi pedido|una factura|la tarifa|un reembolso|el roaming|unos zapatos|la cuenta|los canales|un duplicado|la suscripción|el envío|una queja|una reclamación`,
  },
  asks: [
    '[WANT] [TELL] [PERSON]',
    '[WANT] [TELL] [PERSON]',
    '(mejor|prefiero|yo|quiero|puedo) [TELL] [PERSON]',
    '[CALL] [PERSON]',
    '[CALL] [PERSON] [POLITE]',
    '[OFF] [BOT]',
    '(me pueden|me puede|pueden|podrían|puede) (marcar|llamar|contactar|devolver la llamada) [POLITE]',
    '(quiero|necesito|solicito|espero) una llamada (de [PERSON]|suya|)',
    '(a quién|con quién|dónde|cómo) (me dirijo|le puedo preguntar|me comunico|tengo que hablar|reclamo)',
    '(comuníquense conmigo|contáctenme|márquenme|pueden comunicarse conmigo|se comunican conmigo)',
    'cualquier persona (me sirve|del equipo|de ahí)',
    '(a qué número|qué teléfono|tienen un número donde) (llamo|hay|puedo llamar) (para hablar con|que conteste) [PERSON]',
    '[PERSON] (pero ya|rapidito|o me voy|o me doy de baja|mejor|nada más|no tú)',
    '(cuándo|cuánto tarda en|cuánto falta para que) (me va a atender|me atienda|responder) [PERSON]',
    '(aquí|acá|ahí) no (atienden|contestan|hay) (personas|humanos|nadie)',

    '[WANT] [TALK] [PERSON]',
    '[WANT] [TALK] [PERSON]',
    '[WANT] [TALK] [PERSON]',
    '[TALK] [PERSON]',
    '[WANT] [TALK] [SERVICE]',
    '[HAND] [PERSON]',
    '[HAND] [PERSON]',
    '[HAND] [PERSON] [THAT]',
    '[ATTEND] [PERSON]',
    '[ATTEND] [PERSON]',
    '[PERSON] [THAT]',
    '[WANT] [TALK] [PERSON] [THAT]',
    '[EXIST] [PERSON] [THAT]',
    '[EXIST] (algún|alguna) [BARE] [THAT]',
    '[BARE]',
    '[BARE]',
    '[BARE] [POLITE]',
    '[PERSON] [POLITE]',
    '[NOT] [WITHBOT] [BOT]',
    '[NOT] [BOT]',
    'no [BOT] quiero [PERSON]',
    '[NOT] [WITHBOT] [BOT] (quiero|pásame con|dame) [PERSON]',
    '(quiero|necesito) [PERSON] (no|y no) [BOT]',
    '(quiero salir|sácame|quiero salirme|quítame|sáquenme) de [BOT]',
    '(con quién|quién) (puedo hablar|me puede atender|puede ayudarme)',
    'hay alguien (que me atienda|en línea que me ayude)',
    '(quiero|necesito|pueden|podrían) (que me llamen|llamarme|que me llame alguien|que me contacten|que me atiendan)',
    '(escalar|quiero escalar|escalen) (mi caso|esto|el reclamo) (a un supervisor|con un superior|)',
    '[WANT] [TALK] (la chica de ayer|el mismo agente|la persona de ayer|mi asesor|la misma persona)',
    'eres (un bot|un robot|una máquina) (quiero|dame|pásame con) [PERSON]',
    '(no me entiendes|no entiendes|no sirves|no ayudas) (quiero|necesito|dame|pásame con|mejor) [PERSON]',
  ],
  others: [
    '([OPEN] |)(quiero|necesito|exijo|prefiero|me gustaría) que (me|lo|la|me lo|se) (reclame|reclamen|cobren|cancelen|cancele|devuelvan|arreglen|cambien|manden|reparen|envíen|expliquen por correo|bajen el precio|quiten|activen|revisen la línea|anulen|descuenten|traigan)',
    '[SOMEONE] me llama (todos los días|para venderme cosas|a todas horas)',
    '[WANT] [DOING] [OBJECT]',
    '[WANT] [DOING] [OBJECT]',
    '[WANT] [DOING] [OBJECT] [POLITE]',
    '[EXIST] [OBJECT] (cerca|disponible|para mí|)',
    '[WANT]',
    '[WANT] [WANT] [WANT] [WANT]',
    '[NO] [NO] [NO]',
    '(me gusta|me encanta|qué útil es|buen|gracias) [BOT]',
    '[PERSON] (me entendería|lo haría mejor|sabría hacerlo|vive conmigo|se quejó)',
    '[BOT] (es|está|me dijo|me cobró) [OBJECT]',
    'nadie (me avisó|me dijo nada|vino|en mi casa lo usa)',
    '(plan|curso|tarifa) (ejecutivo|asesor plus|agente pro)',

    '[HE] [DID]',
    '[HE] [DID]',
    '[TOLD] [HE] y [ONLY]',
    '[TOLD] [PERSON] y no me [THING]',
    '[TOLD] [PERSON]',
    '[WHO] [PERSON]',
    '[WHO] [PERSON]',
    '[WHO] (humano|real|un bot|una máquina|una persona o un robot|persona|de verdad)',
    '[NO] [PERSON]',
    '[NO] [PERSON]',
    '[NO] [PERSON] [ONLY]',
    '[NO] nadie [ONLY]',
    '(soy|trabajo como|quiero ser|busco trabajo de|mi esposo es) [WORK] [OF]',
    '(soy|mi) [WORK] [OF] (necesita|pide|quiere) [THING]',
    'mi (jefe|gerente|supervisor|gestor) (necesita|pide|quiere) [THING]',
    '[GIVE] [THING]',
    '[GIVE] [THING]',
    '[GIVE] [THING] [POLITE]',
    '[SOMEONE] [STOLE]',
    '[SOMEONE] [STOLE]',
    '(quiero|puedo|cómo puedo) [MOVE] [OWNED] [TO]',
    '[WHEN] [HE]',
    '[WHEN] un técnico',
    '(precio|descuento|tarifa|entrada|plan) (por persona|para dos personas|para personas mayores|para 4 personas)',
    '(quiero|podemos|puedes|no puedo) hablar [TOPIC]',
    '(cuenta|portal|app|código|licencia) de (agente|asesor|operador|representante)',
    '(cuál es|dónde está|tienen) (el horario de atención|el número de atención al cliente|oficina|el servicio técnico)',
    '(la atención|el servicio|el servicio al cliente|la atención al cliente) (fue pésima|es horrible|me encantó|es muy lento|estuvo bien)',
    '(cambiar|vengo|portabilidad) de (operador|operadora|otro operador)',
    '(no me llamen más|dejen de llamarme|quién me llamó|me llaman a todas horas|no me entran llamadas|no puedo llamar)',
    '(el robot|la máquina|el bot|la lavadora) (de cocina|aspirador|de coser|que compré) (no funciona|llegó rota|no enciende)',
    '(recursos humanos|derechos humanos|error humano|persona jurídica|persona física en la factura|el cuerpo humano)',
    '[OPEN]',
    '[OPEN] [OPEN]',
    '(sí|no|ok|gracias|vale) (eso|ya|nada más|por favor|lo que pasa)',
    '(quiero|necesito|ayuda con|tengo un problema con) [THING]',
    '(necesito ayuda|ayúdame|me puedes ayudar|tengo una duda|quiero hacer una consulta) (con [THING]|por favor|)',
    '(el representante|la persona|el titular) (legal|autorizada|de contacto|del contrato) (ya no es|cambió|es otra)',
  ],
}
