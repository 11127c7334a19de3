import type { Ways } from './ways.ts'

/** Who asks, in what situation and how, all over the Spanish-speaking world; and who speaks of people otherwise. */
export const SITUATIONS_ES: Ways = {
  lists: {
    WHOM: `[PERSON]|[PERSON]|[NAMED]|[QUALITY]`,
    NAMED: `una señorita|un señor|una muchacha|un muchacho|un chico|una chica|un joven|un funcionario|un colaborador|un coordinador|una coordinadora|
      el dueño|el patrón|el que manda|el que esté a cargo|la encargada|un licenciado|un consejero|un dependiente|un vendedor de verdad|un cristiano|
      un ser vivo|un ser pensante|un colega tuyo|un compañero suyo|uno de sus compañeros|una de sus agentes|cualquier empleado|algún trabajador|
      algún asesor|alguna asesora|algún agente|algún operador|algún ejecutivo|alguna persona|algún humano|algún encargado|alguno de ustedes|una operadora humana|
      un ejecutivo de cuenta|un asesor de carne y hueso|un asesor en línea|un asesor disponible|un agente disponible|los encargados|los responsables|un mando|
      una persona encargada|la persona encargada|la persona indicada|la persona responsable|el área encargada|el área correspondiente|el departamento adecuado`,
    QUALITY: `alguien con cerebro|alguien con criterio|alguien con dos dedos de frente|alguien que piense|alguien que no sea un robot|alguien que no sea una máquina|
      alguien que sepa leer|alguien que sí entienda|alguien que me entienda|alguien que resuelva|alguien que me dé solución|alguien que hable español|alguien que hable claro|
      alguien que sepa del tema|alguien que tenga autoridad|alguien que pueda decidir|alguien que mande|alguien capacitado|alguien más capacitado|alguien preparado|
      alguien vivo|alguien de ahí|alguien de la empresa|alguien de la compañía|alguien de verdad|alguien responsable|alguien de soporte|alguien de facturación|
      alguien de ventas|alguien de reclamos|alguien del área técnica|alguien de atención al cliente|alguien de sistemas|alguien que no sea usted|alguien que no seas tú`,
    PASS: `[PASSME]|[PASSME]|me [PASSES]|(puede|puedes|podés|pueden|podéis|podría|podrías|podrían) [PASSING]|me (puede|puedes|podés|pueden|podéis|podría|podrían) [PASSINF]|
      (quiero|necesito|quisiera|pido|exijo|solicito|me gustaría|requiero|deseo) que me [PASSUB]|(que|q) me [PASSUB]|(haga|hazme|hágame|háganme) el favor de [PASSING]|
      (le|les|te) (pido|ruego|agradezco|agradecería) (que me [PASSUB]|[PASSING])|(sería|serías|serían) tan amable de [PASSING]|(es|sería) posible que me [PASSUB]|
      (por qué no|cuándo|cuándo carajo|cómo hago para que) me [PASSES]|(me urge|urge) que me [PASSUB]|si me [PASSUB] (te lo agradezco|mejor)|(a ver si|ojalá|espero que) me [PASSUB]`,
    PASSME: `pásame|páseme|pasame|pásenme|pasenme|pasadme|comunícame|comuníqueme|comunicame|comuniquenme|conéctame|conécteme|conectame|conectenme|transfiéreme|
      transfiérame|transferime|transfieranme|derívame|deríveme|derivame|derívenme|ponme|póngame|poneme|pónganme|ponedme|enlázame|enlaceme|redirígeme|canalíceme|
      canalízame|remítame|contácteme|contáctame|comuníquenme|rediríjame|direccióneme|agéndame`,
    PASSES: `pasas|pasa|pasás|pasan|pasáis|comunicas|comunica|comunicás|comunican|conectas|conecta|conectás|conectan|transfieres|transfiere|transferís|transfieren|derivas|
      deriva|derivás|derivan|pones|pone|ponés|ponen|ponéis|enlaza|enlazas|enlazan|contacta|contactas|contactan|redirige|redireccionas|canaliza|canalizan|regala|facilita`,
    PASSUB: `pases|pase|pasen|paséis|comuniques|comunique|comuniquen|conectes|conecte|conecten|transfieras|transfiera|transfieran|derives|derive|deriven|pongas|ponga|
      pongan|enlace|enlacen|contacte|contacten|redirijan|redirija|canalice|canalicen`,
    PASSING:
      'pasarme|comunicarme|conectarme|transferirme|derivarme|ponerme|enlazarme|contactarme|redirigirme|canalizarme|direccionarme',
    PASSINF: 'pasar|comunicar|conectar|transferir|derivar|poner|enlazar|contactar|redirigir|canalizar|mandar',
    TOWARDS: 'con|con|con|a|directamente con|de una vez con|ya con|por favor con|rápido con',
    HELPS: `atienda|ayude|llame|responda|conteste|explique|oriente|asista|escuche|resuelva|lea|asesore|solucione|dé una respuesta|apoye|contacte|hable|guíe|saque de dudas|
      revise el caso|mire esto|diga qué pasa|dé la cara|acompañe`,
    HELPING:
      'atenderme|ayudarme|llamarme|responderme|contestarme|explicarme|orientarme|asistirme|asesorarme|apoyarme|escucharme',
    SPEAK: `hablar|hablar|hablar|platicar|charlar|conversar|chatear|comunicarme|contactarme|ponerme en contacto|tratar esto|discutirlo|verlo|entenderme|tener contacto|
      tener una llamada|tener una conversación|solucionarlo|arreglarlo|ponerme en comunicación|escribirme|hablarlo|resolver esto|gestionar esto|intercambiar unas palabras|que me contacte`,
    UNABLE: `soy una persona mayor|soy mayor|no veo bien|tengo 80 años|no sé usar esto|no entiendo estas cosas|no me entero|me cuesta escribir|no sé de tecnología|
      estoy manejando|voy conduciendo|mi mamá no sabe usar el chat|no me manejo con esto|soy ciego|no le entiendo a esto|me pierdo con tanta opción|es complicado|
      esto es muy confuso|no sé escribir bien|no tengo tiempo para esto|es muy largo de explicar|es un tema delicado|mi caso es especial|es una emergencia|es urgente`,
    FAILED: `no me entiendes|no entendés|usted no entiende|no me sirve|no me ayuda en nada|no es eso|no era eso|eso no|ninguna de esas|ninguna opción me sirve|ya probé eso|
      ya hice todo eso|sigue sin funcionar|siempre lo mismo|me das vueltas|das vueltas|estás repitiendo lo mismo|no respondes lo que pregunto|no contestas|eres inútil|
      no servís|qué inútil|esto es una pérdida de tiempo|me estás haciendo perder el tiempo|estoy harto|ya me cansé|no puedo más|ya estuvo|olvídalo|déjalo|da igual|
      así no llegamos a nada|no me resuelves|no resuelves nada|vaya mierda|qué asco de servicio|son unos ladrones|es una vergüenza|llevo horas|llevo tres días así|
      es la tercera vez que escribo|es la cuarta vez|siguen sin responderme|nadie da la cara|me tienen harta|no quiero más opciones|basta de menús|el menú no sirve`,
    CALLFORM: `ey|oye|oiga|che|wey|güey|parce|pana|compa|mijo|amigo|hermano|bro|tío|mano|causa|boludo|vea|mire|señorita|señor|disculpe|perdone|hola|buenas|por favor|
      sumercé|veci|mae|pe|joven|niña|estimados|uff|ay|argh|uf|dios mío`,
    NOW: `ya|ya mismo|ahora|ahora mismo|de una vez|de una|cuanto antes|urgente|rapidito|lo antes posible|hoy mismo|pero ya|x favor|xfa|porfa|porfis|plis|por favor|gracias|
      se los ruego|se lo agradezco|si no es molestia|si se puede|cuando pueda|pls|pues|pe|po|nomás|no más`,
    DIGITS: '0|0|00|opción 0|marco 0|marqué 0|el 0|tecla 0|9|opción 9|menú|menú principal|inicio|opción',
    ESCAPEBOT: `salir|salirme|quiero salir|cómo salgo|sácame|sáqueme|sáquenme|quítame|quíteme|quítenme|cómo me salto|quiero saltarme|cómo evito|déjenme salir|líbrame|desconéctame|
      cómo paso`,
    THEBOT:
      'del bot|del robot|de este bot|de este robot|de la máquina|de esta máquina|de este chat automático|de la contestadora|del menú automático|del asistente virtual|de la ia|de este sistema|al bot|al robot|el robot',
    WORKER:
      'asesor|agente|ejecutivo|operador|técnico|repartidor|instalador|vendedor|conductor|mensajero|supervisor|encargado|gestor|empleado|chico|señor|comercial',
    WORKERS:
      'asesores|agentes|ejecutivos|operadores|técnicos|repartidores|instaladores|vendedores|empleados|comerciales|supervisores|señores',
    PAST: `me dijo|me prometió|me aseguró|me explicó|me colgó|me cobró|me pidió|me ofreció|me trató mal|no vino|no llegó|no apareció|no me llamó|nunca llamó|llegó tarde|rompió|
      dejó|se fue|se equivocó|no supo|no quiso|hizo mal|me mandó|me instaló|me vendió|me engañó|firmó|anotó mal|canceló|cerró|registró`,
    PASTS: `me dijeron|quedaron en llamarme|quedaron de llamarme|quedaron de venir|iban a llamarme|iban a venir|me iban a llamar|prometieron llamarme|dijeron que llamarían|
      me aseguraron|me atendieron|me llamaron|no me llamaron|nunca llamaron|no vinieron|me contactaron|me pasaron|me transfirieron|me comunicaron|me tuvieron|me colgaron|
      me dejaron esperando|quedaron en contactarme|los contacté|ya los contacté|ya llamé|llamé ayer|llamé al servicio|escribí ayer|ya tengo un caso con ustedes|ya abrí un reclamo`,
    ANDTHEN: `y nada|y no llamaron|y sigo esperando|ayer|la semana pasada|esta mañana|el lunes|y no vino nadie|que mañana|que era gratis|que ya estaba|que tardaba dos días|
      y todo bien|y quedó resuelto|y me dieron un número|que no había cargo|y sigo igual|pero era otra cosa|hace un mes|que esperara|y ya quedó|un descuento|la factura|el cable`,
    ISBOT: `me contesta|me responde|me atiende|quién me atiende|quién me contesta|con quién hablo|con quién estoy hablando|quién está ahí|quién escribe|esto lo contesta|esto lo lee|
      esto lo responde|detrás de esto hay|hay detrás|eres|sos|es usted|usted es|tú eres|vos sos|acaso eres|estoy hablando con|hablo con|estoy chateando con|no eres|seguro no eres|me está escribiendo`,
    WHAT: `un robot|una máquina|un bot|una persona|un humano|una persona o un robot|un bot o una persona|un humano o una máquina|una ia|alguien|alguien real|una inteligencia artificial|
      una persona de verdad|un contestador|un programa|chatgpt`,
    ITEM: `la factura|el recibo|el saldo|el contrato|la clave|el enlace|la dirección|el código|los datos|el número|el comprobante|la garantía|el pedido|el paquete|el router|
      el módem|la tarjeta|la cuenta|la línea|el plan|la promoción|el descuento|el reembolso|el dinero|la cita|la visita|la reserva|el boleto|el vuelo|el envío|la devolución|la talla|
      el televisor|el wifi|el internet|la fibra|la app|el usuario|la contraseña|el correo|el duplicado|la portabilidad|el seguro|el préstamo|la cuota|la transferencia|el pago|
      la suscripción|la membresía|los puntos|el cupón|el horario|la sucursal|la tienda|el cajero|la avería|el corte|la señal|la cobertura|los datos móviles|el roaming|el chip`,
    DEED: `ver|pagar|cambiar|cancelar|revisar|consultar|activar|recuperar|descargar|actualizar|anular|bloquear|desbloquear|renovar|contratar|devolver|reclamar|modificar|confirmar|
      reprogramar|rastrear|solicitar|pedir|saber de|encontrar|configurar|conectar|transferir|mandar|pasar|poner|compartir|dividir|imprimir|guardar|borrar|congelar|subir|bajar`,
    RECIPIENT:
      'otra persona|una persona|alguien|mi esposa|mi vecino|mi hermano|un familiar|otra persona de la casa|el portero|un amigo|una tercera persona',
    CAN: 'puede|podría|va a|quiere|tiene que|necesita|no puede|debe',
    ERRAND: `recoger el pedido|recoger el paquete|firmar la entrega|recibir al técnico|usar mi línea|pagar por mí|entrar a mi cuenta|hacer el trámite|viajar con mi boleto|conectarse a mi wifi|
      estar en casa|usar el cupón|retirar el dinero|abrir la puerta|devolver el equipo|ir a la tienda`,
    TYPED: `asesor|asesora|agente|operador|operadora|ejecutivo|ejecutiva|representante|supervisor|humano|persona|persona real|ser humano|agente humano|asesor humano|
      hablar con asesor|hablar con agente|hablar con humano|hablar con alguien|quiero un asesor|quiero un humano|quiero hablar con alguien|un asesor por favor|una persona por favor`,
    VERB: 'ver|pagar|cambiar|cancelar|mandar|pasar|poner|conectar|transferir|comunicar|contactar|dar|sacar|quitar|derivar|enviar|asesorar|agendar|operar|ejecutar|representar|humanizar|personalizar',
    DONE: `me mintió|me explicó mal|me llamó|me ayudó|me colgó|me ignoró|me cobró|canceló|me prometió|me engañó|me insultó|me atendió|me contactó|vino|lo arregló|me gritó|me dejó esperando|se olvidó|me estafó|me pasó a otra área|
      me reembolsó|se fue|me respondió|cerró el caso|abrió el caso|actualizó mis datos|me vendió el seguro|me dijo otra cosa|fue muy amable|fue un grosero`,
    DONES:
      'me mintieron|nunca resuelven|no saben nada|me llamaron|son amables|me colgaron|no contestan el teléfono de la tienda|me pasaron de uno a otro|vinieron|se fueron|me dijeron otra cosa|fueron groseros',
    OFTEN:
      'ayer|tres veces|la semana pasada|dos veces|otra vez|una hora|el lunes|esta mañana|y todo bien|y luego nada|ya|sin razón|anoche|antes||||',
    PEOPLEWORD:
      'agente|operador|asesor|asesoría|representante|ejecutivo|persona|humano|gestor|gerente|asistente|técnico|encargado',
    FIXED: `clase ejecutiva|plan ejecutivo|agente secreto|agente de viajes|agente inmobiliario|persona física|persona jurídica|persona mayor|persona con discapacidad|recursos humanos|
      error humano|cuerpo humano|derechos humanos|número de personas|datos personales|por persona|asesoría fiscal|agencia de viajes|representante legal|operador móvil|operadora móvil|
      máquina de coser|máquina de café|robot aspirador|robot de cocina|ser querido|mis contactos|mi contacto|contactos del móvil|contacto de emergencia|número de contacto|sin contacto|
      personal de limpieza|en persona|entrada para dos personas|habitación para dos personas|mesa para 4 personas|tres personas|varias personas|dos personas|encargado de obra|
      jefe de familia|gerente de la tienda|soporte de pared|soporte para tv|soporte del televisor|conversación borrada|llamada perdida|llamadas internacionales|desvío de llamadas|
      llamada en espera|buzón de voz|contestador automático|identificador de llamadas|videollamada|chat grupal|grupo de chat|transferencia bancaria|pase de abordar|pase anual`,
  },
  asks: [
    '[PASS] [TOWARDS] [WHOM]',
    '[PASS] [TOWARDS] [WHOM]',
    '[PASS] [TOWARDS] [WHOM] [NOW]',
    '[PASS] [TOWARDS] [SERVICE]',
    '[CALLFORM] [PASS] [TOWARDS] [WHOM]',
    '[FAILED] [PASS] [TOWARDS] [WHOM]',
    '[FAILED] (quiero|necesito|dame|deme|mejor|prefiero|quisiera|busco|exijo) [WHOM]',
    '[FAILED] (quiero|necesito|prefiero|mejor|puedo|déjame|quisiera) [SPEAK] con [WHOM]',
    '[FAILED] [BARE]',
    '[UNABLE] (me puede|me podría|puede|no podría|que me|necesito que me|quiero que me) [HELPS] [WHOM]',
    '[UNABLE] (puede|podría|me gustaría|prefiero|quiero|necesito) [SPEAK] con [WHOM]',
    '[UNABLE] no (habría|hay|tienen|tendrán) (alguien|alguna persona|algún asesor|una persona) que me [HELPS]',
    '[UNABLE] (puede|podría|pueden|podrían) [HELPING] (una persona|alguien|un asesor|algún asesor|un humano)',
    '[WHOM] que me [HELPS]',
    '[WHOM] que me [HELPS] [NOW]',
    '(que|q|quiero que|necesito que|quisiera que|prefiero que|pido que|puede ser que) me [HELPS] [WHOM]',
    '(que|quiero que|necesito que|prefiero que|puede que) [WHOM] me [HELPS]',
    '(puede|podría|puedes|pueden|me) [HELPING] [WHOM]',
    '(hay|habrá|tienen|tendrán|no hay|no tienen|habría|existirá|estará) (algún asesor|alguien|alguna persona|un agente|un humano|asesores|agentes|personas|operadores|gente|humanos|ejecutivos) (disponible|disponibles|conectado|en línea|que me [HELPS]|para [SPEAK]|con quien [SPEAK]|para que me [HELPS]|real|de verdad|despierto)',
    '[SPEAK] con [WHOM]',
    '[SPEAK] con [WHOM] [NOW]',
    '[CALLFORM] (quiero|necesito|kiero|qiero|quisiera|puedo|se puede|ocupo) [SPEAK] con [WHOM]',
    '(quiero|necesito|puedo|dónde puedo|cómo puedo|cómo hago para|cómo le hago para|cómo hago pa|qué hago para|hay forma de|qué tengo que hacer para|imposible) [SPEAK] con [WHOM]',
    '(me voy a|voy a) (dar de baja|cambiar de compañía|denunciar) si no (me [PASSES] con [WHOM]|hablo con [WHOM]|me atiende [WHOM])',
    '[DIGITS] [BARE]',
    '[DIGITS] (para hablar|hablar) con [WHOM]',
    '[BARE] [NOW]',
    '[BARE] [BARE]',
    '[CALLFORM] [BARE]',
    '[CALLFORM] [WHOM] [NOW]',
    '(otra vez|repito|insisto|dije|he dicho|ya te dije|te dije que quiero|ya pedí|pedí|te pedí|sigo queriendo|por tercera vez|sí quiero|ok quiero|vale quiero|entonces) [WHOM]',
    '(sí|si|ok|vale|dale|bueno|eso|claro|correcto) (con [WHOM]|[PASSME] [TOWARDS] [WHOM]|[BARE]|pásame|comuníqueme|quiero [WHOM])',
    '[ESCAPEBOT] [THEBOT]',
    '[ESCAPEBOT] [THEBOT] y [SPEAK] con [WHOM]',
    '(cero|nada de|no más|basta de|no quiero|ya no quiero|odio los|odio estos|detesto los|sin|no|dejen los|dejen de usar) (robots|bots|máquinas|chatbots|contestadoras|grabaciones|respuestas automáticas)',
    '(prefiero|quiero|mejor|me entiendo mejor con|confío más en|solo hablo con|únicamente con) [WHOM]',
    '(tienen|hay|me das|me da|deme|cuál es) (un número|un teléfono|algún teléfono|el número|un whatsapp) (donde|en el que|para que) me (atienda|conteste|ayude) [WHOM]',
    '(prefiero|quiero|mejor|puede ser|solicito|agéndame|programen|me pueden hacer) (por teléfono|una llamada|que me llamen|que me llame alguien|hablar por teléfono) (con [WHOM]|de [WHOM]|no por chat|así no)',
    '(sigo esperando|estoy esperando|espero|en espera de|cuánto falta para|cuándo se conecta|dónde está|a qué hora se conecta|todavía no llega) (al asesor|el asesor|a un agente|el agente|al agente|mi asesor para el chat|que me atienda [WHOM]|que me conecten)',
    '(que|quiero que|pido que|necesito que) (una persona|alguien|un supervisor|un humano|un asesor|un responsable) (revise|vea|lea|mire|atienda|tome|resuelva|se encargue de|se ocupe de) (mi caso|esto|mi reclamo|mi problema|lo mío|mi situación)',
    '(quiero|necesito|exijo|voy a) (poner|hacer|presentar|levantar|dejar) (una queja|un reclamo|una denuncia) (con|ante|directamente con|directo con) [WHOM]',
    '(asistencia|atención|ayuda|soporte|servicio|apoyo|trato|chat|asesoría) (humana|humano|personalizada|personalizado|personal|de una persona|con una persona|con asesor|de un asesor|presencial por chat|en vivo|de un humano)',
    '(necesito|quiero|dame|deme|solicito|busco|tienen|prefiero) (asistencia|atención|ayuda|soporte|apoyo|chat|asesoría) (humana|humano|personalizada|de una persona|con una persona|de un asesor|en vivo|de un humano)',
    '(a mi mamá|a mi papá|a mi abuela|a mi mujer) (que la atienda|la puede atender|que le ayude|le puede llamar) [WHOM]',
    'me (regala|regalás|da|das|facilita|presta|colabora con|ayuda con|brinda|consigue|envía|manda) (un asesor|una persona|un agente|alguien|un humano|un ejecutivo|una asesora|el contacto de un asesor)',
    '(cuál|qué|en qué|en cuál) (opción|tecla|número|botón|menú) (es|marco|pulso|toco|elijo|sale|está) (para|para hablar con|de|con|hablar con) [WHOM]',
    '(cuál es|dónde está|no encuentro|no veo|no hay|no me sale|quiero) la (opción|tecla|parte) (de asesor|de agente|de operador|para hablar con [WHOM]|de hablar con [WHOM])',
    '(qué|cómo) (tengo que|debo|hay que) (escribir|poner|marcar|decir|hacer) para (hablar con|que me atienda|llegar a|que me pasen con) [WHOM]',
    '(cómo llego|cómo accedo|cómo paso|quiero llegar) (a|hasta) [WHOM]',
    '(con quién|a quién|con quien) (hablo|puedo hablar|tengo que hablar|me dirijo|llamo|escribo|reclamo|me quejo|trato) (para|sobre|por) (quejarme|esto|reclamar|este tema|que me lo arreglen|cancelar|un problema)',
    '(que venga|trae a|tráeme a|llámame a|pásame a|quién es|dónde está|quiero ver a|dame con) (tu jefe|su jefe|tu supervisor|su supervisor|el encargado|el responsable|el gerente)',
    '(solicito|quiero|necesito|pido|exijo|me gustaría|podría|puedo) ser (atendido|atendida|escuchado|ayudada|contactado) [NOW]',
    '(solicito|quiero|necesito|me urge|quisiera) (hablar|ser atendido|comunicarme|que me atiendan|que me contacten|contactarme) (urgente|urgentemente|ya|ahora|de inmediato|con urgencia)',
    '(agendar|programar|quiero agendar|solicitar|pedir|coordinar|tener) (una|la|) (llamada|videollamada|charla|conversación) con [WHOM]',
    '(llámenme|llámame|llámeme|márquenme|márqueme|me llaman|me llamas) (de vuelta|al celular|al móvil|al fijo|mejor|y lo hablamos|para explicarme)',
    '(mejor|prefiero|quiero) (me llaman|por teléfono|por llamada|llamen|con alguien|hablando|de viva voz)',
    '(todavía|aún|hasta ahora|sigo) (no me pasan|no me atienden|sin que me atienda|esperando) (con nadie|a nadie|con [WHOM]|a [WHOM]|un asesor|nadie)',
    '(cuántas veces|cuánto más|hasta cuándo) (tengo que|debo|hay que) (pedir|esperar|insistir|escribir) (por|a|para hablar con|) [WHOM]',
    '(alguien|una persona) (competente|más competente|capaz|seria|responsable|que sepa|que se haga cargo|que se ocupe|normal|con autoridad|viva|que escuche) [NOW]',
    '(no quiero|no deseo|no pienso|no voy a|no me interesa) (hablar|hablar más|seguir hablando|chatear|escribirme) (contigo|con vos|con usted|con ustedes los robots)',
    '(no no|no no no|nada nada|ya ya|basta basta) [BARE]',
    '(pásame|deme|dame|quiero|cuál es|me das) el (número|teléfono|contacto|whatsapp|interno|correo) de (un asesor|un agente|una persona|un supervisor|alguien)',
    '(necesito|quiero|urge) (ya|urgente|ahora) (a alguien|a una persona|un asesor|un agente|con alguien)',
    '(quiero|pido|exijo|necesito) que (alguien|una persona|un responsable) me (diga|explique|aclare|dé|conteste|responda|cuente) (qué pasa|qué hago|una solución|algo|la verdad|por qué)',
    '(alguien de|una persona de|un técnico de|un agente de|un encargado de) (seguridad|fraudes|cobranzas|averías|el área técnica|bajas|reembolsos|ventas|la tienda) (que me [HELPS]|por favor|urgente)',
    '(nunca|jamás|casi nunca|ya no) (me atiende|contesta|responde|aparece|sale) (una persona|un humano|un asesor|alguien real|nadie de verdad)',
    '(por qué|cómo es que) (no me atiende|no hay|no me contesta|no puede atenderme|nunca contesta|no me pasan con) (una persona|un humano|ningún humano|un asesor|nadie|alguien)',
    '(por qué tengo que|por qué estoy|hasta cuándo voy a) (hablar|hablando|escribirle|chatear|tratar) (con|a) [BOT]',
    '(ya no aguanto|no aguanto más|no soporto|me tiene harto|me cansó|estoy hasta la coronilla de) [BOT]',
    '(esto|mi caso|el problema) (lo tiene que|lo debe|tiene que|debería) (ver|revisar|resolver|atender|mirar|verlo|atenderlo) [WHOM]',
    '(ayúdeme|ayúdame|colabóreme|colabórame|hágame el favor|échame la mano|apóyeme) con (un asesor|una persona|un agente|alguien|un operador|un humano)',
    '(busco|estoy buscando|ando buscando|necesito encontrar|me hace falta) (a|) [WHOM]',
    '(con|a) (el que|quien|la persona que|el señor que|alguien que) (sabe|manda|decide|resuelva|se encarga|pueda ayudarme|lleva esto) [NOW]',
    '[PASS] (con|a) (el que|quien|la persona que|alguien que) (sabe|manda|decide|resuelva|se encarga|pueda ayudarme|lleva esto)',
    '(me hacen|pueden hacerme|me podrían hacer|me hace|hagan) (una llamada|una llamadita|un llamado) [NOW]',
    '(me pueden|pueden|podrían|me podés|puede) (telefonear|telefonearme|marcarme|timbrarme|dar un telefonazo|devolver el llamado) [NOW]',
    '(me gustaría que|quisiera que|preferiría que|agradecería que) me (llamara|atendiera|contactara|ayudara|explicara|respondiera|hablara|escribiera) [WHOM]',
    '[TYPED]',
    '[TYPED]',
    '[TYPED] [NOW]',
  ],
  others: [
    '(su|el|un|ese|otro|la|una) [WORKER] [DONE] [OFTEN]',
    '(sus|los|unos|esos) [WORKERS] [DONES] [OFTEN]',
    '(estaba hablando|estuve hablando|me pasé una hora|hablé|chateé|me cortaron|se cortó la llamada|me quedé esperando) con [PERSON] [OFTEN]',
    '(hablé con|ya pasé por|me atendieron|me contestaron|llevo) (tres|cuatro|varias|muchas|dos) (personas distintas|agentes|asesores|operadores|señoritas) [OFTEN]',
    '(calificar|evaluar|valorar|puntuar|encuesta sobre|reseña de|cómo califico|quiero calificar) (al asesor|la atención|al técnico|el servicio|la llamada|al agente|a la señorita)',
    '[PEOPLEWORD] (turístico|logístico|financiero|inmobiliario|de seguros|del condominio|de viajes|de policía|de pago|de cable|de grúa|legal|fiscal|gratis|para inversiones|de ventas empleo|de la comunidad)',
    '(contactar|llamar|escribir|hablar con|chatear con|mensaje|preguntar|avisar) (al|con el|a mi|al señor|con mi|a la) (vendedor|repartidor|conductor|anfitrión|mensajero|casero|médico|banco|restaurante|dueño del piso|comprador|vecino)',
    '(dame|deme|espera|aguanta|un) (un momento|un segundo|un minuto|cinco minutos|un ratito|tiempo)',
    '(cancela|cancelar|ya no necesito|perdí|ignora|no quiero) (la llamada|la llamada que pedí|la cita telefónica|el recordatorio|la videollamada)',
    '(minutos|gratis|tarifa|plan|bono|paquete|llamadas) para (hablar|llamar|chatear|hablar al extranjero)',
    '(mis|las|guardan mis|borrar mis|ver mis) (conversaciones|llamadas|chats|mensajes|grabaciones|contactos)',
    '(pasar|pasarme|cambiar|traspaso|portabilidad) (a|de|al) (pospago|prepago|fibra|titularidad|línea|otro plan|otro celular|otra compañía)',
    '(salir|volver|menú|inicio|atrás|cancelar|terminar|adiós|fin|reiniciar|otra|siguiente|continuar|listo|ninguna|ninguno|opciones|ayuda)',
    '(cuánto gana|vacantes de|trabajo de|empleo de|busco trabajo como|cómo ser|quiero ser|curso de|mando mi cv para|puesto de|contratan) (agente|un agente|asesor|un asesor|operador|ejecutivo|supervisor|gerente|repartidor|técnico|atención al cliente) (|de ventas|de ustedes|con ustedes|de viajes|de la empresa)',
    '(agregar|dar de alta|crear|borrar|añadir|asignar|configurar|permisos de|rol de|licencia de) (un agente|un operador|agentes|supervisor|un usuario|un asesor) (en el sistema|en el portal|en la plataforma|al panel|en la cuenta)',
    '(hace falta|es necesario|hay que|tengo que|necesito|es obligatorio|debo) (hablar con alguien|llamar|ir en persona|hablar con un asesor|ver a un agente) para (cambiar de plan|cancelar|darme de baja|activar la línea|comprar|reclamar)',
    '(mandar|enviar|regalar|invitar|recomendar|referir|dar|dejar) (un regalo|flores|el pedido|la tarjeta|dinero|a alguien|el código|mi cuenta) a (alguien|una persona|otra persona|un amigo|alguien especial)',
    '(para|de|por|entre) (una persona|dos personas|una persona mayor|alguien especial|otra persona|un familiar)',
    '(mi|nuestra|nuestro|la|el) (jefa|jefe|gerente|encargado del edificio|supervisora|administrador|representante legal|dueño del local|gestor) (quiere|necesita|no deja|pide|tiene|firmó|dice|es) (una línea|la factura|pasar al técnico|el contrato|que pague|otra cosa|los datos|el plan)',
    '(desactivar|quitar|apagar|activar|configurar|cambiar) (el contestador|el buzón|la llamada en espera|el desvío|el roaming|el asistente del móvil|la grabación|los datos)',
    '(hay|atienden|abren|están) (en la tienda|los domingos|hoy|mañana|a qué hora|en la sucursal|con cita|en qué horario)',
    '(alguien|a alguien) (más|sabe|tiene|le pasa) (sin internet|cuándo vuelve|este problema|lo mismo|el código)',
    '[VERB] [ITEM]',
    '[ISBOT] [WHAT]',
    '[ISBOT] [WHAT]',
    '[ISBOT] [WHAT] [NOW]',
    '[CALLFORM] [ISBOT] [WHAT]',
    '[PASTS] [ANDTHEN]',
    '[PASTS] [ANDTHEN]',
    '[PASTS]',
    '[PASTS] con (un asesor|alguien|una persona|otra área|el supervisor|un técnico) [ANDTHEN]',
    '(el|la|un|una|mi|su|ese|aquel|otro) [WORKER] [PAST] [ANDTHEN]',
    '(el|un|mi|su|ese|otro) [WORKER] (que vino|que me atendió|que llamó|de la tienda|de ayer|de ustedes) [PAST] [ANDTHEN]',
    '(los|unos|sus|dos) [WORKERS] (me dijeron|no vinieron|quedaron en volver|dejaron todo sucio|son muy amables|me trataron mal|me robaron|llegaron tarde)',
    '(quiero|necesito|voy a) (poner|hacer|presentar) (una queja|un reclamo|una denuncia|una felicitación) (de|contra|sobre|por) (un|el|su) [WORKER]',
    '(felicitar|felicito|denunciar|quejarme de|agradecer) (al|a su|a un) [WORKER]',
    '(cuándo|a qué hora|qué día|por qué no|dónde|cómo se llama) (viene|llega|vino|está|pasa|es) (el|mi|ese) [WORKER]',
    '(cambiar|cancelar|reprogramar|adelantar|confirmar|agendar) (la visita|la cita) (del|de su|con el) (técnico|instalador|asesor|comercial)',
    '[RECIPIENT] [CAN] [ERRAND]',
    '[CAN] [ERRAND] [RECIPIENT]',
    '(puedo|quiero|cómo puedo|necesito) [DEED] [ITEM] (a|para|por|de|con|a nombre de) [RECIPIENT]',
    '(puedo|quiero|cómo puedo|necesito|quisiera|ayúdame a|dónde puedo|me puedes|no puedo|me gustaría) [DEED] [ITEM]',
    '(puedo|quiero|cómo puedo|necesito|quisiera|ayúdame a|dónde puedo|me puedes|no puedo|me gustaría) [DEED] [ITEM] [NOW]',
    '[FAILED] (quiero|necesito|puedo|déjame|dime cómo) [DEED] [ITEM]',
    '[FAILED]',
    '[FAILED] [FAILED]',
    '[UNABLE] (cómo puedo|ayúdame a|me ayudas a|quiero) [DEED] [ITEM]',
    '[PASSME] [ITEM]',
    '[PASS] [ITEM]',
    '[ITEM]',
    '[ITEM] [ITEM]',
    '[ITEM] (no funciona|no llega|está mal|no aparece|salió mal|es muy caro|vence hoy|llegó roto|no carga|no sirve|subió|se cortó|no conecta|no comunica)',
    '[FIXED]',
    '[FIXED]',
    '(marque|oprima|presione|opción|tecla|la|el|número) (1|2|3|4|5|6|7|8|10)',
    '(hay alguien|hay gente|atienden|hay alguna persona) (en la tienda|en la sucursal|en la oficina|hoy en el local|el domingo)',
    '(quiero|tienen|dónde está|necesito|cuánto cuesta|qué es|hay|cambiar|borré|perdí) [FIXED]',
    '[CALLFORM] (cuánto|cómo|cuándo|dónde) (debo|pago|llega|está|cuesta|consulto) [ITEM]',
    '(no me llamen|no llamen más|no me llamen más|ya no me llamen|dejen de llamarme|no quiero que me llamen|no quiero llamadas|no hace falta que me llamen|prefiero que no me llamen|no me contacten|no quiero que me contacten|no me pasen a nadie|no me pases con nadie|sin llamadas) [NOW]',
    '(prefiero el chat|mejor por aquí|prefiero seguir contigo|contigo está bien|mejor sigo con el bot|tú me puedes ayudar) (no quiero llamadas|no quiero hablar con nadie|sin asesores|no necesito a nadie|y no con un asesor)',
    '(soy|yo soy|no soy) (humano|una persona|un robot|un ser humano|un cliente|una persona mayor) (no un robot|no una máquina|como usted|también|y merezco respeto|)',
    '(muy|qué|excelente|gracias por la|mala|regular|rápida) (buena atención|mala atención|atención|atención al cliente|atención del asesor|atención recibida)',
    '(muy|qué) (buen|buena|mal|mala|amable) (bot|robot|atención|servicio|asesor|chica|gente|trato)',
    '(trabajo con|vivo con|conozco a|busco a|viajo con|comparto el plan con|pago con) [RECIPIENT]',
    '(nadie|alguien|ninguna persona) (me avisó|me dijo|vino|usa la línea|pagó|firmó|recogió el pedido|va a estar|puede recibirlo|puede llamarme|me puede llamar porque no hay señal)',
    '(cuántas|cuántos|qué|las|tantas) (personas|agentes|asesores|dispositivos|gente) (pueden conectarse|caben|usan el plan|trabajan con ustedes|están afectadas|tienen este problema)',
    '(me llaman|me llamó|me escribió|recibí un mensaje de) (a todas horas|un número raro|alguien diciendo que era de ustedes|un supuesto asesor|una operadora|de otra empresa)',
    '(es|será) (verdad|cierto|normal|legal) que (un asesor|una persona|el técnico|alguien) (cobre|pida la clave|venga sin avisar|llame tan tarde)',
    '(gracias|perfecto|listo|ok|genial) (ya me atendió|ya me ayudó|ya hablé con|ya me llamó) (un asesor|una persona|alguien|el técnico|la señorita)',
  ],
}
