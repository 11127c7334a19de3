import type { Ways } from './ways.ts'

/**
 * A call or a number that is asked for, whoever has the say, the same person again; and beside it who is told
 * something, what was handed over already, what is wanted first, and whom one would rather not talk to.
 */
export const CALLS_EN: Ways = {
  lists: {
    DIAL: 'a call|a ring|a bell|a buzz|a shout|a holler|a tinkle|a callback|a phone call|a quick call|a phone|a bell back|a call back|a ding',
    GIVEUS:
      'give me|give us|gimme|drop me|can you give me|could you give us|please give me|just give me|someone give me|get someone to give me|would you give us',
    ATIME:
      'please|pls|asap|now|when you can|when free|today|tomorrow morning|after 5|later|mate|back|on my mobile|on 555 0134|at work|tonight||||',
    SOMEBODY:
      'someone|somebody|a person|a human|anyone|an agent|a rep|a real person|an advisor|your staff|a manager',
    MANNER: 'urgently|please|asap|today|now|soon|already||||',
    LEADER:
      'whoever runs this|whoever is in charge|the one in charge|whoever is responsible|somebody senior|someone higher up|higher management|the top person|upper management|a senior|your senior|the team lead|someone with authority|the higher authority|head office people|the next level|level two|tier 2|second line',
    SAMEONE:
      'the person|the lady|the guy|the agent|the woman|the man|the rep|the advisor|the gentleman|the girl|the same one|the one',
    GIVENNAME:
      'karen|mike|priya|sarah|dave|raj|emma|john|anita|lucy|steve|maria|ahmed|jenny|tom|kelly|marcus|rosa|neha|olivia',
    TEAM: 'billing|sales|support|retention|returns|fraud|accounts|tech|complaints|collections|cancellations|the warehouse|your team|repairs|loyalty',
    MATTER:
      'my balance|the price|when it arrives|what i owe|if it is free|how long it takes|the due date|my plan|the opening hours|why it was charged',
    TASK: 'ring the doorbell|park outside|leave it with the neighbor|come after 3|use the back door|bring the router|call my wife|wait downstairs|wear shoe covers|text before coming',
    WORKER:
      'the technician|the driver|the courier|the installer|the engineer|the delivery guy|your guy|the plumber|the agent who comes',
    HANDED: 'transfer me|put me through|connect me|send me|pass me|hand me over|redirect me|forward me',
  },
  asks: [
    '[GIVEUS] [DIAL] [ATIME]',
    '[GIVEUS] [DIAL] [ATIME]',
    "(i'm|im|i am|still|we are|been) (waiting for|expecting|awaiting) (your call|a call from you|a call from [SOMEBODY]|your callback|[SOMEBODY] to call)",
    '(which|what|any) (number|phone number|line) (can|do|should|could) (i|we) (call|ring|dial|phone) (to (talk|speak) to [SOMEBODY]|to get [SOMEBODY]|for a human|to reach [SOMEBODY])',
    '(is there|do you have|have you got|give me|i need|whats) (a|any|the) (number|phone number|phone line|hotline|phone|direct line) (where|so) (i can|i could|that i can) (talk to|speak to|reach|call|get) [SOMEBODY]',
    "(whats|what's|what is|give me) (your|the) (number|phone number) (i need to talk|i want to talk|so i can talk to [SOMEBODY]|let me call)",
    '(i want|i need|get me|let me talk to|can i speak to|may i speak with|connect me to|i demand|pass me to|escalate to) [LEADER] [MANNER]',
    '[LEADER] [MANNER]',
    '(escalate|raise|take|refer|bump|send) (this|it|my case|my ticket) (up |)to [LEADER]',
    '(can i|could i|i want to|i need to|let me) (have|get|speak to|talk to|reach|chat with) [SAMEONE] (i spoke to|i had|from|who helped me|that called me) (yesterday|before|last time|this morning|earlier|last week)( again|)',
    '[SAMEONE] (i spoke to|i talked to|i had|who helped me) (yesterday|before|last time|earlier) (please|again|can i have them again|can i talk to her|is she there)',
    '(can i|could i|i want to|let me|i need to) (talk|speak|chat) (to|with) [GIVENNAME] (in [TEAM]|from [TEAM]|again|please|)',
    '(is|put|get|put me through to) [GIVENNAME] (in [TEAM]|from [TEAM]) (there|available|on|please)',
    '[TEAM] (please|pls) (someone|a person|to talk|talking|to speak with)',
    '(someone|somebody|a human|a person) (needs to|has to|must|should|had better) (ring|call|phone|contact|talk to|get back to|speak to) me [MANNER]',
    '(i |)(need|want|would like|require) (you|someone|one of you|somebody there|you guys) to (call|phone|ring|contact|text|get back to|reach) (me|us|my husband|my mom|her|him) [MANNER]',
    '(my mum|my dad|my wife|my husband|my grandma|my daughter) (would like|wants|needs|asks for) (you to ring her|[SOMEBODY] to call him|to speak to [SOMEBODY]|a call|to talk to [SOMEBODY])',
    "(how long|how much longer|how many minutes) (till|until|before|for|do i wait for|is the wait for) ([SOMEBODY]|[SOMEBODY] gets to me|[SOMEBODY] answers|[SOMEBODY] is free|it's my turn with [SOMEBODY])",
    '(carry on|continue|keep going|resume|put me back|reconnect me|i want to go on|go back) (with|to) [SAMEONE] (i was chatting to|i was talking to|from before|)',
    "(if|unless) (there's no|there is no|i get no|i get|you get me|i talk to|i hear from|you give me) [SOMEBODY] (i'm leaving|i cancel|i'm switching|i will sue|i close my account|i'm out)",
    '(nothing|none|no option|neither) (fits|works|helps|of these fits|applies|of them) (need|i need|want|get me|send) [SOMEBODY]',
    '(the |your |)([TEAM] team|[TEAM] department|[TEAM] manager|branch manager|store manager|legal team|claims team) (please|pls|now)',
  ],
  others: [
    '(who|whom) (do i|should i|does it|can i|must i|is it|do you) (pay|pay it to|make it out to|belong to|owe|address it to|compete with|sell to|deliver to|write on the envelope)',
    '(cancel|forget|ignore|undo|remove) (the|my|that) (callback|call|appointment|chat|request) (i asked for|i booked|please|)',
    '(why|how come) (did you|was i|were you|am i|have you|do you always) (transfer|transferred|put|connected|sent|passed|transferring|handed) (me |)(to|through to|over to) [SOMEBODY]',
    '(before|first,|before you|wait, before you|dont yet|not yet, before you) [HANDED] (to [SOMEBODY]|to anyone|) (tell me|just tell me|i want to know|check|explain) [MATTER]',
    '(before) (i talk to|talking to|i speak to|you get me|you call) [SOMEBODY] (tell me|can you tell me|i want to know|what is) [MATTER]',
    "(i hate|i dislike|i don't like|i avoid|i'm scared of|i get nervous|i can't stand) (talking to|speaking to|calling|phoning|dealing with|chatting with) (people|humans|agents|strangers|anyone|reps|staff)( on the phone|)",
    '(i prefer|i like|i enjoy|happy|better|i would rather stay) (chatting with you|talking to you|the bot|with the bot|you|typing to you) (, no humans|than humans|not people|no agents please|over an agent|instead of people|and not a person)',
    '(tell|ask|remind|let|inform) [WORKER] (to|that he must|please to|should) [TASK]',
    '(have|can|could|will|should) [WORKER] [TASK]',
    '(i|i have|i already|we|i just) (told|said to|informed|warned|asked) (you people|you guys|you lot|you all|these people|those people|people) (already|twice|a hundred times|about it|that [MATTER]||)',
    '(you people|you guys|you lot|these people|people like you) (never|always|are|keep|should|make me|have) (listen|lying|charging me|late|laugh|the same|ashamed|call|thieves|fix it|wrong)',
    '(how long|how much time|when) (does|will|do) (support|customer service|sales|billing|an agent|your team) (take|usually take|take to answer|answer emails|reply|respond|open|close)',
    '(call me|you can call me|just call me|my name is|this is|they call me) [GIVENNAME] (please|thanks|)',
    '(call|phone|ring|give) (me|us) (back |)(boss|maybe|crazy|a discount|a break|the price|a refund|an idea|the code)',
    '(give|gimme|drop) (me|us) (a discount|a break|the bell schedule|the ring back|a reason|a new ring|a buzz cut|a hint|a minute)',
    '([SOMEBODY]|[SAMEONE]) (from [TEAM]|from your company|of yours|) (called|rang|phoned|texted|emailed|visited|charged) (me|us|my wife|my mom) (yesterday|today|twice|last week|about the bill|and hung up)',
    '(looking for|applying for|requirements for|is there|how do i get) (a|an) (job as |)(sales agent|executive assistant|call center rep|support agent|operator|authorized agent|manager) (job|position|vacancy|role|course)',
    '(callback|chat|agent|call|support|human|contact) (url|settings|feature|log|history|page|window|verification|detection|list|ratio)',
    '(i prefer|i like|better|rather) (chat|texting|typing|email|messages) (over|than|to|instead of) (a call|calls|calling|phone calls|talking)',
    '(someone|they|she|he|you|nobody|a man) (gave|gives|will give) (me|us|my wife) (a call|a ring|a buzz|a bell) (yesterday|today|this morning|about the bill|and hung up)',
  ],
}

export const CALLS_ES: Ways = {
  lists: {
    TOQUE:
      'una llamada|una llamadita|un telefonazo|un timbrazo|un toque|una perdida|un fonazo|un llamado|un ring|un llamadito|una marcada|una llamada de vuelta',
    DENME:
      'denme|dame|deme|péguenme|pégame|péguese|échenme|échame|écheme|háganme|hágame|hazme|me dan|me das|me echan|me hacen|me pegan|me regalan|regálenme|me devuelven',
    ALRATO: 'porfa|por favor|ya|al rato|cuando puedan|hoy|mañana|más tarde|al celular|urgente|pues|||||',
    QUIENSEA:
      'alguien|una persona|un asesor|un humano|un agente|un ejecutivo|una asesora|alguien real|un operador',
    JEFES:
      'quien mande ahí|el que manda|la que manda|quien esté a cargo|el que esté a cargo|su superior|alguien de arriba|alguien con más rango|los jefes|quien tome decisiones|quien resuelva|el mero mero|quien lleve esto|un superior|el mandamás|el siguiente nivel|segundo nivel|alguien con autoridad|quien dé la cara',
    LAMISMA:
      'la señorita|la chica|el muchacho|el señor|la persona|la asesora|el asesor|el joven|la muchacha|el chico|la misma persona|el mismo asesor',
    NOMBRE:
      'laura|carlos|maría|andrés|paola|javier|lucía|diego|fernanda|jorge|camila|rodrigo|sofía|don luis|martín|valentina|pilar|gonzalo',
    SECTOR:
      'ventas|cobranza|facturación|soporte|bajas|retenciones|reclamos|garantías|cartera|postventa|el área técnica|instalaciones|pagos|créditos|devoluciones',
    SABER:
      'cuánto debo|el precio|cuándo llega|qué plan tengo|mi saldo|si es gratis|la fecha de corte|cuánto tarda|el horario|qué me cobraron',
    TAREA:
      'toque el timbre|llegue después de las 3|espere abajo|traiga el módem|deje el paquete con el portero|llame a mi esposa|use la otra puerta|avise antes de venir|no venga mañana',
    OBRERO:
      'técnico|repartidor|instalador|mensajero|señor que viene|conductor|muchacho del pedido|ingeniero de la visita',
    HABERPASADO:
      'pasaste|pasaron|transfirieron|transferiste|comunicaron|derivaron|conectaron|mandaron|pusiste|comunicaste|pasas|transfieren',
  },
  asks: [
    '[DENME] [TOQUE] [ALRATO]',
    '[DENME] [TOQUE] [ALRATO]',
    '(espero|estoy esperando|sigo esperando|quedo a la espera de|aguardo|quedo esperando) (su llamada|una llamada de ustedes|la llamada de [QUIENSEA]|que me llame [QUIENSEA]|que me llamen)',
    '(a qué|qué|a cuál|cuál) (número|teléfono) (puedo|debo|tengo que|hay que|le) (llamar|marcar|llamo|marco) (para (hablar|comunicarme) con [QUIENSEA]|para que me atienda [QUIENSEA]|y que me atiendan|para que me atiendan)',
    '(tienen|hay|me das|dame|pásame|no tienen|existe|me regalas) (un|algún|el) (número|teléfono|número de teléfono|celular|whatsapp) (donde|en el que|para|al que) (hable|hablar|pueda hablar|conteste|llamar y hablar|me atienda) (con |)[QUIENSEA]',
    '(quiero|necesito|páseme|pásame|comuníqueme|me pasas|póngame|me comunicas|exijo hablar) con [JEFES] [ALRATO]',
    'con [JEFES] [ALRATO]',
    '(quiero hablar con|me pasas con|me comunica con|pásame con|necesito a|está) [LAMISMA] (que me atendió|con quien hablé|que me llamó|de ayer|de la otra vez|que me ayudó) (ayer|antes|la semana pasada|otra vez|)',
    '(me pasas|me comunica|me pones|pásame|me puede pasar|me puedes comunicar|póngame|me transfieres) con [NOMBRE] (de [SECTOR]|del área de [SECTOR]|por favor|porfa|)',
    '(quiero|necesito|puedo|quisiera) hablar con [NOMBRE] (de [SECTOR]|otra vez|por favor|)',
    '(transfiérame|transfiéreme|pásame|derívame|mándame|páseme|me transfieres|me derivas) (a|con) [SECTOR] [ALRATO]',
    '(esto|mi caso|mi problema|este tema) (lo tiene que|lo debe|necesita que lo|debería) (ver|revise|atender|mirar|resolver) [QUIENSEA]',
    '(me da|me dan|me das) (pena|vergüenza) (pero|escribirlo pero|con una máquina) (prefiero|quiero|necesito) (hablarlo|contárselo|explicarlo) (con|a) [QUIENSEA]',
    '(soy mayor|soy adulto mayor|mi mamá es mayor|no sé usar esto|no veo bien|no entiendo de esto) (y |)(quiero que|que|necesito que) me (ayude|atienda|explique) [QUIENSEA] (por teléfono|)',
    '(mi mamá|mi abuela|mi papá|la señora|mi esposo|el señor) (dice que si|pregunta si|quiere que|pide que) (lo pueden llamar|la llamen|la pueden llamar|le marquen|lo atienda [QUIENSEA]|puede hablar con [QUIENSEA])',
    '(quiero|necesito|puedo|quisiera) (retomar|seguir|continuar|volver|reconectarme) (con|la conversación con) [LAMISMA] (que me atendía|de hace un rato|)',
    '(me hablan|háblenme|háblame|me timbran|tímbreme|telefonéenme|me marcan) (al celular|al 5512345678|a la casa|al 3001234567|por teléfono|a este número) [ALRATO]',
    '(márcame|llámame|márcanos|tímbrame|contáctame|telefonéame|me marcas|me llamas|me contactas) [ALRATO]',
    '(si no hay|si no me dan|si no me atiende|si no aparece|o hay|o me ponen) [QUIENSEA] (me voy|me cambio de compañía|cancelo|los demando|me doy de baja)',
    '(cuánto falta|cuánto más|cuánto tiempo) (para que|tengo que esperar para que|hay que esperar para que) me (atiendan|atienda [QUIENSEA]|conteste [QUIENSEA]|pasen con [QUIENSEA])',
    '(el|la) (gerente|encargado|encargada|supervisor|jefe|coordinador|licenciado|ingeniero) (de la sucursal|del área|de la tienda|de zona|a cargo|de turno|del local) (por favor|porfa|ya)',
    '(ya probé todo|ninguna opción|nada de eso|ninguna|ya le di a todas) (y ninguna,|y nada,|,|y) (necesito que me atiendan|que me atiendan|necesito a [QUIENSEA]|quiero que me atiendan)',
  ],
  others: [
    '(quién es|cómo se llama|quién era|dónde estudió|cuál es el nombre de) (el|la) (gerente|encargado|encargada|supervisor|jefe|coordinador|ingeniero) (de la sucursal|del área|de la tienda|de zona|de turno|del local|) (de Toledo|del centro|de la foto|)',
    '(me|nos|le) (marca|sale|aparece|indica|muestra|dice) (error|saldo cero|que no hay señal|que está ocupado|en rojo|fuera de servicio|otra cosa|que ya pagué|un código)',
    '(a quién|con quién|para quién|de quién|a nombre de quién) (va dirigido|se hace|compite|es|trabajan|le pago|pertenece|se factura|tienen convenio|está el contrato) (el cheque|la portabilidad|su empresa|la línea|el recibo|eso|)',
    '(por qué|para qué|cómo así que|por qué razón) me [HABERPASADO] (con|a) [QUIENSEA]',
    '(antes de|antes que|no sin antes, antes de) (pasarme|comunicarme|transferirme|conectarme|que me pases|que me comuniques|mandarme) (con [QUIENSEA]|a nadie|) (dime|dígame|quiero saber|me dices|revisa) [SABER]',
    '(odio|detesto|no me gusta|me da pena|me pone nervioso|evito|me choca) (hablar con|llamar a|tratar con|chatear con) (gente|personas|asesores|extraños|humanos|la gente|desconocidos|nadie)( por teléfono|)',
    '(prefiero|me gusta más|mejor|me quedo) (seguir contigo|hablar contigo|el bot|con el bot|contigo|tratar contigo) (, no con un agente|que con un asesor|y no con personas|en vez de un humano|no con gente|no me pases con nadie)',
    '(dígale|dile|avísele|avísale|pídanle|recuérdele|pídele) al [OBRERO] que [TAREA]',
    '(pueden|podrían|me pueden|van a|quiero que) (llamar|avisar|marcar|escribir) a (mi esposa|mi hijo|mi mamá|el portero|mi marido|mi vecina|la oficina) (para|antes de|cuando) (confirmar|la visita|entregar|venir|llegue el técnico)',
    '(me quiero|quiero|voy a|pienso|cómo puedo|cuánto cuesta) (pasar|pasarme|cambiar|cambiarme|portarme|ir|irme) a (otro operador|otra compañía|otra operadora|la competencia|un operador más barato)',
    '(mi vecino|mi hermana|mi amigo|mi tía|un compañero|mi cuñado) (quiere|necesita|pidió|busca|habló con|contrató con) (contratar con|un plan de|hablar con|ver a|) (un asesor|una persona|un agente|alguien) (de ustedes|de ahí|de su tienda)',
    '(qué hace|cuánto gana|qué significa|qué es|cómo se llama|dónde estudia|qué funciones tiene) (un|una|el) (asesor|ejecutivo|ejecutivo de cuenta|agente|operador|supervisor|representante)',
    '(hay|dónde están|tienen|cuáles son|horario de) (las |)(oficinas|sucursales|tiendas|centros|puntos) de (servicio al cliente|atención al cliente|atención|ventas) (en el centro|en el sur|cerca|abiertos|en mi ciudad|)',
    '(ya|yo ya|mil veces) (les|le|te) (dije|avisé|expliqué|conté|pregunté) a (ustedes|la gente|todos|esa gente|su gente) (eso|todo|lo mismo|dos veces|)',
    '(dame|denme|me das|deme) (un toque de queda|una rebaja|una idea|un aviso|un minuto|un descuento|una razón|un ejemplo)',
    '(ella|él|alguien|un señor|ustedes|nadie) me (dio|hizo|echó|dieron|hicieron) (una llamada|un timbrazo|una llamada perdida|un telefonazo) (ayer|hoy|y colgó|del banco|de un número raro)',
    '(alguien|una persona|un señor|[LAMISMA]) (de [SECTOR]|de ustedes|de su empresa|) (me llamó|nos llamó|me marcó|me escribió|vino|me visitó|me contactó) (ayer|hoy|dos veces|la semana pasada|por la factura|y colgó)',
    '(el|la|mi) (asesor|asesora|ejecutivo de cuenta|agente|gerente|ejecutiva) no (contesta|responde|atiende|lee) (mis correos|el celular|mis mensajes|cuando lo llamo|los fines de semana)',
    '(llámame|llámeme|me llaman|dime|dígame|me llamo|mi nombre es|soy) [NOMBRE] (por favor|gracias|)',
    '(mañana|hoy|el lunes|cuándo|a qué hora|ya) (me |)(llama|llamará|viene|llega|sale) (el|la|mi) (técnico|repartidor|asesora|instalador|ejecutivo)',
    '(qué|cuál|cuál es mi|de qué|con qué) (operador|operadora|agente|ejecutivo|asesor) (tengo|es|uso|soy|me asignaron|estoy)',
    '(pagar|pago|retirar|depositar|recargar|consignar) (en|con|por) (un agente|agentes|un operador|una persona autorizada|agente autorizado)',
    '(chat|llamadas|mensajes|chat de whatsapp|minutos|redes) (ilimitado|ilimitadas|gratis|incluidos|borrado|no carga|sin consumo)',
    '(quiero|necesito|me gustaría|vengo a) hablar (de|sobre|acerca de) (un tema|el asunto|un problema|lo|un cargo) (de mi factura|del módem|de ayer|con mi línea|de mi plan)',
    '(ahir|hier|gestern|ieri|ontem|onte|atzo) (vaig|ho|hab|jai|habe|falei|eu) (parlar|parlato|parle|gesprochen|falei|conversei|hitz) (amb|con|avec|mit|com) (un|une|einem|um) (agent|operatore|mitarbeiter|atendente|conseiller|axente)',
  ],
}
