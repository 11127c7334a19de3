const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What people write who are in danger, or see it. */
export const DANGER = {
  es: lines(`
    me quiero matar
    un cable quedó tirado en la calle
    hay un cable en el piso de la calle
    ya no quiero vivir
    No puedo más, voy a suicidarme
    estoy pensando en el suicidio
    quiero morirme
    me voy a tirar del balcón
    me tomé todas las pastillas
    voy a acabar con mi vida
    no le encuentro sentido a la vida
    prefiero estar muerta
    me quiero cortar las venas
    me dan ganas de pegarme un tiro
    no quiero seguir viviendo así
    mi marido me está pegando
    mi ex me amenazó de muerte
    me están siguiendo
    el técnico me tocó sin permiso
    el instalador me agredió en mi casa
    mi pareja me golpea y necesito ayuda
    mi papá me pegó otra vez
    sufro violencia de género en casa
    hay un hombre armado afuera
    tengo un cuchillo y no respondo
    voy a quemar su oficina
    los voy a matar a todos
    voy a poner una bomba en su tienda
    hay una bomba en el edificio
    escucho disparos en la calle
    hay alguien dentro de mi casa
    entraron ladrones a mi casa ahora mismo
    me quieren matar
    me amenazan con una pistola
    el vecino me persigue
    abusaron sexual de mi hija, hubo abuso sexual
    se está incendiando mi casa
    hay fuego en el poste
    el router se está quemando
    se quemó el enchufe y sale humo
    sale humo del módem
    el modem echa chispas
    huele a quemado en la caja de conexiones
    hay olor a gas en el pasillo
    huele a gas desde que vino el técnico
    hay una fuga de gas
    explotó la batería del celular
    el cargador se derritió y casi se prende la cortina
    hay un cable caído en la calle
    se cayó un cable de luz sobre mi carro
    un cable colgando de la fachada
    hay cables pelados a la altura de los niños
    el poste se va a caer encima de la casa
    se cayó un poste con los cables
    hay un poste inclinado a punto de caerse
    cable de alta tensión suelto en la vía
    me dio un corrientazo al tocar el módem
    el decodificador da corriente cuando lo toco
    mi hijo se electrocutó con el cable
    hubo un cortocircuito y saltaron chispas
    me dio la corriente con su aparato
    le dio una descarga eléctrica a mi mamá
    no puedo respirar
    necesito una ambulancia
    mi mamá se desmayó
    llamen a los bomberos
    es una emergencia médica
    mi abuelo no reacciona
    a mi esposo le está dando un infarto
    hay un incendio en el edificio
    la casa está en llamas
    se prendió fuego el medidor
    HAY FUEGO AYUDA
    me boy a matar
    ya no kiero vivir
    quiero desaparecer de este mundo
    me voy a ahorcar
    hay un cable en el piso echando chispas
    los técnicos dejaron un cable eléctrico suelto en el patio
  `),
  en: lines(`
    a cable fell in front of my house
    my router sparks
    I want to kill myself
    I don't want to live anymore
    I want to die
    I'm going to end my life
    I feel suicidal
    thinking about suicide every day
    I took all my pills
    I would be better off dead
    there is no reason to live
    I keep hurting myself
    I'm gonna jump off the bridge
    I am going to hang myself
    self harm is all I think of
    my husband is hitting me
    my ex threatened to kill me
    somebody is following me
    your technician touched me
    the installer assaulted my daughter
    my boyfriend beat me last night
    there is domestic violence in my home
    a man with a gun is outside
    I have a knife and I will use it
    I will kill you all
    I'm going to burn down your office
    there is a bomb in the building
    I'm going to shoot someone
    I can hear gunshots in the street
    someone is breaking in to my house right now
    there's an intruder in my house, someone broke in
    he is trying to kill me
    I was sexually assaulted by your worker
    I got a death threat
    the neighbor is threatening me
    my router is on fire
    the modem caught fire
    there is a fire in my kitchen
    smoke is coming out of the box
    the socket is sparking
    it smells like burning near the router
    I smell gas since the technician left
    there's a gas leak
    the battery exploded
    the charger melted and nearly set the curtain on fire
    a power line fell on my car
    there is a fallen cable in the street
    a wire is hanging down over the sidewalk
    downed power lines outside my house
    live wires on the ground in front of the school
    the pole is about to fall
    your pole is leaning over my house
    exposed wires where my kids play
    I got an electric shock from the modem
    my son was electrocuted
    the box gives me shocks when I touch it
    it gave me a shock when I plugged it in
    short circuit and sparks everywhere
    I can't breathe
    call an ambulance
    my father is having a heart attack
    he is unconscious
    we need the fire department
    this is a medical emergency
    she is not breathing
    my mother is bleeding badly
    the house is in flames
    the wall socket is smoking
    burning smell from your equipment
    flames coming from the pole
    carbon monoxide alarm and we feel sick
    HELP MY HOUSE IS ON FIRE
    I'm about to end it all
    I cut myself again last night
    no point in living
    a cable came down across the road
    your box burst into flames
    the wire in the yard is sparking
    someone just got stabbed here
  `),
} as const

/** What only sounds like it: a way of speaking, another thing of the same name. */
export const SAFE = {
  es: lines(`
    este internet me mata
    me muero de risa con ustedes
    me muero de ganas de estrenar el celular
    los precios me están matando
    me estoy muriendo de hambre esperando al técnico
    mi mamá me va a matar cuando vea la factura
    casi me da un infarto con esta factura
    me va a dar un infarto si me cobran otra vez
    estoy que echo humo
    estoy que echo chispas con este servicio
    me vendieron puro humo
    se cayó el internet
    se cayó el servicio de cable
    está caído el sistema
    se cae la señal cada rato
    el cable está suelto atrás del router
    no encuentro el cable del módem
    ¿cómo conecto el cable de red?
    quiero cambiar el cable de lugar
    necesito un cable HDMI nuevo
    el cable del cargador no sirve
    juego free fire y tengo lag
    mi fire stick no conecta
    el firewall bloquea la página
    quiero pagar la factura del gas
    mi cuenta corriente es del banco
    quiero estar al corriente con mis pagos
    la descarga es muy lenta
    ¿cuánto pesa la descarga del juego?
    tengo que matar el tiempo mientras llegan
    no vi la película Escuadrón Suicida
    quiero darme de baja
    maten mi contrato de una vez
    no quiero seguir con el plan
    no quiero vivir esta espera otra vez, quiero cancelar
    voy a matar dos pájaros de un tiro: internet y móvil
    es un arma de doble filo ese plan
    el router está muerto
    murió el módem
    el decodificador no enciende
    tengo la luz roja en el router
    se fue la luz y no volvió el internet
    me quemaron con esa promoción
    ya quemé todos mis datos
    me dejaron colgado en el teléfono
    colgaron la llamada
    me cortaron el servicio
    ¿cuándo me van a cortar?
    voy a denunciar esto
    los voy a demandar
    son unos ladrones
    me están robando con la factura
    esto es un robo
    el técnico nunca llegó
    el técnico llegó tarde
    vivo en la calle 45
    me mudé a otro piso
    necesito ayuda urgente con mi factura
    es urgente, no tengo internet
    el teléfono se calienta un poco
    el equipo hace ruido
    hay mucha interferencia
    tengo un problema con la caja
    ¿la instalación tiene costo?
    pasaron la bomba en el concierto
    esto es una vergüenza
    me tiene harta este servicio
    quiero una prueba de velocidad
    hay corriente de aire cerca del router
    la batería dura poco
    murió mi abuela y quiero cancelar su línea
    mi esposo falleció, quiero cambiar el titular
    el antiguo titular está muerto
    toque de queda y no vinieron
    el seguro de incendio me lo cobraron
    me sale humo por las orejas del coraje no, es broma
  `),
  en: lines(`
    this internet is killing me
    I'm dying to get the new phone
    killer deal, how do I get it?
    these prices are killing me
    I died laughing
    my mom is going to kill me when she sees the bill
    I almost had a heart attack when I saw the bill
    this bill gave me a heart attack
    my phone keeps dying
    my router died
    the battery is dead
    the line is dead
    the internet is down
    your website is down
    the phone line is down again
    the cable is loose behind the TV
    I need a longer cable
    how do I connect the wire to the router?
    my cable box is broken
    my fire stick will not connect
    the firewall blocks my game
    I play Free Fire and it lags
    fire your technician
    you should fire that agent
    I got fired and need to cancel
    the gas company is another one
    I paid the gas bill
    kill my contract please
    kill the connection and start again
    I would kill for a better plan
    to die for speeds
    I have bill shock
    I was shocked by the bill
    I was shocked to see two charges
    give it a shot
    here is a screenshot
    can you take a shot at this?
    the download is slow
    I used up all my data
    burned through my data
    a burning question: when do I get my refund?
    I need to cut off the service
    please cut the crap
    cut me some slack on the bill
    you hung up on me
    I was left hanging on the phone
    this is urgent, I have no internet
    I live on Fire Lane 4
    I live at 12 Bridge Street
    the technician never came
    the technician broke my vase
    I'm sick of this service
    you are robbing me
    this is a scam
    I will sue you
    I will report you
    the light on the router is red
    the light is blinking
    there is no power at home, is the internet affected?
    the phone gets warm
    my account was hacked
    your agent was rude
    the fan makes noise
    smoke and mirrors, that's your contract
    the smoke detector needs wifi, which one?
    what does fire insurance have to do with it?
    my husband passed away and I need to change the name
    my mother died and I want to cancel her line
    I want to end my contract
    I want to end my service
    don't want to live with this speed any longer, cancel it
    bombed with ads from you
    photobomb filter on the phone
    the plan sounds great
    I need help now
    how much is the gun metal phone?
  `),
} as const
