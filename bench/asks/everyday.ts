import type { Ways } from './ways.ts'

/** What people say to assistants of every trade, in their words and about their things; none of it asks for anybody. */
export const EVERYDAY_EN: Ways = {
  lists: {
    THINGS: `bank|savings account|checking account|credit score|credit card|debit card|gift card|loan|mortgage|rent|salary|tax return|direct deposit|paycheck|interest|currency|dollars|euros|bitcoin|
      exchange|atm|cash|fee|limit|statement|passcode|identity check|top up|merchant|vendor|refund|receipt|transaction|payee|beneficiary|balance|budget|bill|electricity|gas|water|insurance|claim|
      flight|hotel|car rental|jeep|train|bus|boarding pass|luggage|suitcase|visa|passport|vaccine|travel alert|gate|seat|itinerary|traffic|directions|map|uber|taxi|parking|tire|oil change|engine|
      tire pressure|battery|gas mileage|mechanic|doctor|dentist|pharmacy|recipe|ingredients|calories|dinner|restaurant|pizza|coffee|meat|eggs|milk|oven|meal|cook time|sugar|vegan dish|
      song|playlist|album|movie|series|book|game|podcast|radio|volume|speaker|lights|thermostat|alarm|timer|reminder|calendar|meeting|schedule|appointment|holiday|vacation|pto request|shift|
      to do list|shopping list|shopping cart|order|shirt|shoes|jacket|size|color|laptop|phone|tablet|charger|headphones|printer|router|wifi|password|email|text message|app|update|screen|camera|
      weather|temperature|rain|snow|forecast|time zone|date|birthday|name|nickname|accent|language|joke|fact|definition|spelling|synonym|translation|math problem|dice|coin|story|hobby|
      school|university|exam|homework|teacher|class|pet|dog|cat|garden|plants|house|apartment|roof|kitchen|bathroom|furniture|sofa|bed|lamp|fridge|dishwasher|heater|window|door|key|lock|
      government|election|president|country|city|state|street|address|zip code|population|history|team score|match|gym|workout|weight|sleep|headache|medicine|skin|hair|newsletter|warehouse|invoice`,
    ACTS: `check|see|find|tell me|show me|set|change|cancel|book|reserve|order|buy|sell|pay|send|receive|play|pause|skip|stop|start|turn on|turn off|dim|increase|lower|add|remove|delete|edit|
      make|create|cook|bake|convert|exchange|translate|spell|define|calculate|compare|measure|track|locate|report|freeze|block|unblock|activate|replace|renew|transfer|withdraw|deposit|top up|
      refund|return|file|submit|request|schedule|reschedule|confirm|remind me of|wake me for|text|email|message|share|sync|pair|charge|reset|restart|install|update|download|upload|print|scan|
      describe|explain|read|review|rate|recommend|suggest|roll over|improve|close|open|lock|unlock|insure|claim|apply for|look up|look for|get|use|try|understand|verify|prove|validate`,
    FRAME: `how do i|how can i|can i|can you|could you|would you|will you|please|i want to|i need to|i would like to|i'd like to|help me|where can i|when can i|what do i need to|is it possible to|
      is there a way to|am i able to|why can't i|do i have to|should i|what happens if i|i forgot to|i'm trying to|i tried to|i am unable to|let's|let me|don't|go ahead and|i need you to|what is the way to|assistance to|i have to`,
    STATE: `is not working|is broken|hasn't arrived|was declined|is pending|was charged twice|is wrong|is late|disappeared|doesn't show up|got stuck|was rejected|failed|still hasn't come through|is too expensive|
      is missing|was stolen|got lost|expired|is blocked|was reverted|shows a different amount|is cheaper elsewhere|makes a noise|is too loud|is too cold|needs a repair|went well|is due|was cancelled`,
    ABOUT: `what is|what's|whats|where is|when is|who is|how much is|how long is|how old is|how far is|why is|which is|how is|what are the details of|tell me about|what do you know about|is there|are there any|do you have|
      what kind of|how many|what time is|is it true about|do i need|what does it mean when|how come|any news on|status of|cost of|price of|meaning of|best`,
    PLACE: `near me|in chicago|in france|abroad|online|in the app|at home|for my car|for tomorrow|on friday|next week|by 5 pm|at noon|from my account|to my savings|with my card|for dinner|in spanish|for two|this month|
      before friday|by cab|for my son|from the store|at the airport|in my name|until monday|for free|again|today`,
    SMALL: `what's up|are you there|you there|still there|be quiet|louder|how tall are you|what should i call you|who is your boss|who do you work for|guess what|how are you|how was your day|tell me a joke|that's funny|what's your favorite color|where were you born|do you have pets|what are your hobbies|what can you do|who made you|i love you|you're great|
      thanks for the help|no thank you|yes that's right|never mind|i'm not sure|maybe|repeat that|say that again|speak more slowly|whisper|change your name|call me boss|good night|happy birthday|see you later|oh ok|
      cool|that's all|it's fine|wait|hold on|one moment|i'll check|got it|true|false|correct|i don't think so|flip a coin|roll a dice|what day is it|what's the date|how long will it take|lol|who cares`,
  },
  asks: [],
  others: [
    '[FRAME] [ACTS] (the|my|a|some|this|) [THINGS]',
    '[FRAME] [ACTS] (the|my|a|some|this|) [THINGS]',
    '[FRAME] [ACTS] (the|my|a|) [THINGS] [PLACE]',
    '[FRAME] [ACTS] (the|my|a|) [THINGS] [PLACE] please',
    '[ACTS] (the|my|a|some|) [THINGS]',
    '[ACTS] (the|my|a|some|) [THINGS] [PLACE]',
    '[ABOUT] (the|my|a|your|) [THINGS]',
    '[ABOUT] (the|my|a|your|) [THINGS] [PLACE]',
    '(my|the|that|this|a) [THINGS] [STATE]',
    '(my|the|that|this|a) [THINGS] [STATE] [PLACE]',
    '(why|i think|it says|since yesterday|looks like|the app says) (my|the) [THINGS] [STATE]',
    'i (sent|transferred|paid|ordered|lost|bought|returned|deposited|received|made|had|got) (a|my|the|some) [THINGS] [PLACE] (and it [STATE]|but it [STATE]|)',
    '[THINGS]',
    '[THINGS] [PLACE]',
    'how do i deal with (a|my|an unknown|a blocked) [THINGS]',
    '(when will|has|how long until|how can i make|why did) (my|the) [THINGS] (go|goes|went|going|get) through',
    '(do you|does it|which) (support|accept|offer|insure) [THINGS]',
    '[FRAME] [ACTS] (a|the|my) [THINGS] (for|to|with|from) (someone else|someone who lost theirs|somebody in france|2 people|3 people|a friend|another person|my family)',
    '(a table|a room|a ticket|tickets|a ride|a tent|dinner|seats) for (2|3|4|two|three|six) people [PLACE]',
    '(are you|is this|r u|do you identify as|am i chatting with) (a |an |) (real person|human|computer|bot|ai|machine|person|real human|real bot) (or|or is it|or are you) (a |an |) (chat bot|human|bot|person|ai|real person|computer) (please|then|right now|)',
    '(why do|how did|how many|what is the reason|when did) (humans|people|robots|computers) (exist|live|evolve|talk|sleep|work|die)',
    "(i can't|i cant|cannot) (talk|speak|chat|answer) (right now|now|at the moment|on the phone|at work)",
    '(make|place|answer|end|reject) (a|the) (phone call|call|video call)',
    '(not|still not|yet|now|for now|today|that|so) (yet|now|today|it|one|so|arrived|paid|sure)',
    '(i just|just|i only|only) (wanted|want|was trying|came) to (see it|check|know|ask|look|confirm|try it|tell you|read it|compare)',
    '(yes|no|ok|right|well) (better|better not|later|first|then|like that|as it is|tell me how much|the other one|leave it)',
    '(nobody|no one) (ever|) (answers|replies|responds|called|wrote|came|told me) (me|my emails|my letters|the phone|back|anything|) (last month|)',
    '(how|tell me how) (long|far|busy|healthy|expensive|hard|many days) (is|are|does it take to|would it take to|do i need to|should i|until) (get to|cook|grill|reach|drive to|finish|see) (the|a|my) [THINGS]',
    '(how many|when is my next|what is the total of|status of my) (days off|day off|time off|day off request|pto request|sick days) (have i taken|do i get|so far|this year|are left|)',
    '(auto|automatic|instant|second|free|google|apple) (top up|top ups|pay|payment|renewal|update) (limit|charges|options|not working|)',
    '(can you|please|could you|will you|) (switch|change|go|turn) (over |)to (a|the|your|) (male|female|whisper|british|deep|quiet|normal) (voice|mode|accent|speed) (please|now|instead|)',
    '(can you|please|) (speak|talk|whisper|respond) (in|at|with|like) (a|an|) (normal|male|british|lower|quieter|slower|australian) (voice|speed|dude|lady|person|accent)',
    '(book|buy|get|find|need|put in|reserve) (a|me a|me|) (flight|table|room|pto request|meeting room|ride|seat) (from|for|between) (march|may|monday|9:00|10 am|two|nyc) (to|and|until) (the 9th|june|friday|11:00|april 6|boston|six) (for me|please|)',
    '(turn|take|switch|10% |day|lights|1 dollar|top) (off|up|down|on) (the|my|a|) [THINGS]',
    '(what|which) (type|types|kind|kinds|sort|sorts) of (things|questions|stuff|plug|people|food|help) (can i|could i|am i able to|do i|would you) (ask|get|need|expect|bring|see) (you|the ai|of you|)',
    '(requested|claimed|ordered|sent|paid|cancelled|changed|received|returned|activated|confirmed|approved|declined|pending|called|contacted|answered|connected|transferred|spoken|represented|operated|managed)',
    '(none|nothing|not any|neither|all) (of these|of this|of those|of the above|like that|else|fits|of it)',
    '[SMALL]',
    '[SMALL] [SMALL]',
    'can someone (assist|help) me (with|to [ACTS]) (the|my|a) [THINGS]',
    'someone (needs to|please|should) [ACTS] (the|my) [THINGS]',
  ],
}

export const EVERYDAY_ES: Ways = {
  lists: {
    THINGS: `cuenta de ahorros|cuenta corriente|crédito|tarjeta de crédito|tarjeta de débito|préstamo|hipoteca|alquiler|salario|nómina|impuesto|interés|moneda|dólares|euros|pesos|cambio|cajero|efectivo|comisión|límite|
      extracto|clave|verificación|recarga|comercio|reembolso|recibo|movimiento|beneficiario|saldo|presupuesto|factura|luz|gas|agua|seguro|siniestro|póliza|vuelo|hotel|coche|tren|autobús|pase de abordar|equipaje|maleta|
      visa|pasaporte|vacuna|asiento|itinerario|tráfico|mapa|taxi|estacionamiento|llanta|aceite|motor|batería|mecánico|médico|dentista|farmacia|receta|ingredientes|calorías|cena|restaurante|pizza|café|carne|huevos|leche|
      horno|canción|lista|álbum|película|serie|libro|juego|radio|volumen|altavoz|luces|termostato|alarma|temporizador|recordatorio|calendario|reunión|horario|cita|feriado|vacaciones|turno|carrito|pedido|camisa|zapatos|
      chaqueta|talla|color|portátil|teléfono|tableta|cargador|auriculares|impresora|router|wifi|contraseña|correo|mensaje|aplicación|actualización|pantalla|cámara|clima|temperatura|lluvia|nieve|fecha|cumpleaños|nombre|idioma|
      chiste|definición|traducción|escuela|universidad|examen|tarea|clase|perro|gato|jardín|plantas|casa|departamento|techo|cocina|baño|mueble|sofá|cama|lámpara|nevera|lavavajillas|calefactor|ventana|puerta|llave|cerradura|
      gobierno|país|ciudad|calle|dirección|código postal|historia|partido|gimnasio|peso|sueño|medicina|pelo|boletín|almacén|envío|devolución|garantía|promoción|cupón|membresía|medidor|corte|deuda|cuota|multa|trámite|certificado`,
    ACTS: `consultar|ver|encontrar|decirme|mostrarme|poner|cambiar|cancelar|reservar|pedir|comprar|vender|pagar|enviar|recibir|reproducir|pausar|parar|empezar|encender|apagar|subir|bajar|agregar|quitar|borrar|editar|hacer|crear|
      cocinar|convertir|traducir|deletrear|definir|calcular|comparar|medir|rastrear|ubicar|reportar|congelar|bloquear|desbloquear|activar|reponer|renovar|transferir|retirar|depositar|recargar|devolver|presentar|solicitar|
      agendar|confirmar|recordarme|compartir|sincronizar|vincular|cargar|reiniciar|instalar|actualizar|descargar|subir|imprimir|escanear|describir|leer|revisar|calificar|recomendar|mejorar|cerrar|abrir|asegurar|reclamar|
      buscar|usar|probar|entender|verificar|validar|financiar|dividir|separar|ajustar|modificar|corregir|anular|suspender|reactivar|trasladar`,
    FRAME: `cómo puedo|cómo hago para|puedo|puedes|podrías|me puedes|me puede ayudar a|por favor|quiero|necesito|quisiera|me gustaría|ayúdame a|dónde puedo|cuándo puedo|qué necesito para|es posible|hay forma de|se puede|
      por qué no puedo|tengo que|debo|qué pasa si|olvidé|estoy tratando de|intenté|no logro|vamos a|déjame|no quiero|para|me interesa|hay que|vengo a|sabes cómo|se me olvidó`,
    STATE: `no funciona|está roto|no ha llegado|fue rechazado|está pendiente|se cobró dos veces|está mal|llega tarde|desapareció|no aparece|se quedó trabado|falló|es muy caro|falta|fue robado|se perdió|venció|está bloqueado|
      muestra otro monto|hace ruido|está muy frío|necesita arreglo|vence hoy|fue cancelado|subió mucho|no corresponde|sigue igual|viene mal|no carga|se cerró`,
    ABOUT: `qué es|cuál es|dónde está|cuándo es|cuánto es|cuánto cuesta|cuánto dura|por qué es|cómo es|cómo va|háblame de|qué sabes de|hay|tienen|qué tipo de|cuántos|a qué hora es|necesito|qué significa|alguna novedad de|estado de|
      precio de|costo de|mejor|información de|detalles de|requisitos de|pasos para|dudas con|problema con|tema`,
    PLACE: `cerca de mí|en Madrid|en México|en el extranjero|en línea|en la app|en casa|para mi coche|para mañana|el viernes|la semana que viene|a las 5|desde mi cuenta|con mi tarjeta|para la cena|en inglés|para dos|este mes|antes del lunes|
      para mi hijo|de la tienda|en el aeropuerto|a mi nombre|hasta el lunes|gratis|otra vez|hoy|por internet|por la web|sin costo|en cuotas`,
    SMALL: `qué tal|estás ahí|sigues ahí|me escuchas|habla más alto|deja de hablar|cómo te llamas|cuántos años tienes|para quién trabajas|quién es tu jefe de verdad|qué empresa te hizo|cómo estás|cómo te va|cuéntame un chiste|qué gracioso|cuál es tu color favorito|dónde naciste|tienes mascotas|qué haces|qué sabes hacer|quién te creó|te quiero|eres genial|gracias por la ayuda|no gracias|sí eso es|
      olvídalo|no estoy seguro|quizás|repite eso|dilo otra vez|habla más despacio|cambia tu nombre|llámame jefe|buenas noches|feliz cumpleaños|hasta luego|ah ok|genial|eso es todo|está bien|espera|un momento|voy a ver|entendido|
      verdadero|falso|correcto|no creo|tira una moneda|qué día es|cuánto tarda|jaja|da igual|no importa|listo|perfecto|ya quedó|ya pagué|ya lo hice`,
  },
  asks: [],
  others: [
    '[FRAME] [ACTS] (el|la|mi|un|una|este|) [THINGS]',
    '[FRAME] [ACTS] (el|la|mi|un|una|este|) [THINGS]',
    '[FRAME] [ACTS] (el|la|mi|un|) [THINGS] [PLACE]',
    '[FRAME] [ACTS] (el|la|mi|un|) [THINGS] [PLACE] por favor',
    '[ACTS] (el|la|mi|un|) [THINGS]',
    '[ACTS] (el|la|mi|un|) [THINGS] [PLACE]',
    '[ABOUT] (el|la|mi|un|su|) [THINGS]',
    '[ABOUT] (el|la|mi|un|su|) [THINGS] [PLACE]',
    '(mi|el|la|ese|esta) [THINGS] [STATE]',
    '(mi|el|la|ese|esta) [THINGS] [STATE] [PLACE]',
    '(por qué|creo que|dice que|desde ayer|parece que|la app dice que) (mi|el|la) [THINGS] [STATE]',
    '(envié|transferí|pagué|pedí|perdí|compré|devolví|deposité|recibí|hice|tuve) (un|mi|el|la) [THINGS] [PLACE] (y [STATE]|pero [STATE]|)',
    '[THINGS]',
    '[THINGS] [PLACE]',
    '(todavía|aún|ahora|por ahora|hoy|de momento|eso|así) (no|sí|no lo he pagado|no ha llegado|no lo tengo|no lo sé|no lo recuerdo|no aparece|no lo veo)',
    '(todavía|aún|ahora|por ahora|hoy|de momento|eso|así) (no|sí)',
    '(solo|sólo|nomás|únicamente|yo) (quería|quiero|vine a|era para|me interesaba) (verlo|verla|saber|saberlo|preguntar|mirar|ver eso|confirmar|probar|avisar|consultarlo|leerlo|comparar|entenderlo)',
    '(sí|no|ok|vale|bueno|claro) (mejor|mejor no|luego|primero|así|entonces|como está|dígame cuánto|el otro|déjelo|déjalo así|eso mismo)',
    '(solicitado|reclamado|pedido|enviado|pagado|cancelado|cambiado|recibido|devuelto|activado|confirmado|aprobado|rechazado|pendiente|llamado|contactado|atendido|conectado|transferido|hablado|representado|operado|fuera de plazo)',
    '(nada|ninguno|ninguna|todo|algo|parte) de (esto|eso|estos|estas|esas|lo anterior|lo que dice|lo mío|aquello)',
    '[SMALL]',
    '[SMALL] [SMALL]',
    '(me regala|me colabora con|me ayuda con|me facilita|me das|me da|me presta|me brinda) (el|la|un|mi) [THINGS]',
    '(no puedo|ahora no puedo|prefiero no|no me gusta) (hablar|contestar|responder|llamar) (por teléfono|ahora|en este momento|en el trabajo|a nadie)',
    '(no vuelvan a|dejen de|eviten|no quiero que vuelvan a|ya no me) (contactarme|llamarme|escribirme|contacten|llamen|escriban)',
    '(eres|es usted|esto es|sos|hablo con) (una |un |) (persona real|humano|robot|bot|máquina|ia) o (una |un |) (bot de chat|persona|robot|humano|máquina|bot)',
    '(por qué|cuándo|cómo|cuántos) (los humanos|las personas|los robots) (existen|viven|duermen|trabajan|hablan)',
    '[FRAME] [ACTS] (un|el|mi) [THINGS] (para|a|con|de) (otra persona|alguien más|dos personas|3 personas|un amigo|mi familia|alguien que perdió el suyo)',
    '(el chico|la chica|el señor|la gente|el equipo) de (soporte|la tienda|ventas|reparto) (un crack|muy amable|muy bien|me cayó bien|es lo máximo|genial)',
    'alguien (me puede ayudar|que me ayude|me ayuda) (con|a [ACTS]) (el|la|mi) [THINGS]',
  ],
}
