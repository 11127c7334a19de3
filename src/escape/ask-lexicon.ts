/**
 * The words by which customers ask for a person, Spanish and English together: a customer mixes them, and hardly
 * one means something else in the other language. Words are written folded (`understanding/words.ts`: lower case,
 * no accents or apostrophes); words joined by `_` are one entry.
 *
 * To teach a new way of asking, add its words here; add a rule in `ask-rules.ts` only when the order is new.
 */
export const LEXICON = {
  /** Who can only be one of the company's people: naming one is nearly asking for one. */
  desk: `humano humana humanos humanas human humans ser_humano human_being
    agente agentes agent agents asesor asesora asesores asesoras operador operadora operadores operadoras operario
    operator operators representante representantes representative representatives rep reps
    ejecutivo ejecutiva ejecutivos supervisor supervisora supervisors gerente manager managers
    encargado encargada telefonista teleoperador teleoperadora recepcionista receptionist
    empleado empleada empleados employee employees advisor adviser advisors consultant specialist
    especialista associate csr jefe jefa boss staff_member member_of_staff team_member assistant asistente
    responsable expert experto experta live_person live_chat chat_en_vivo
    persona_real persona_de_verdad persona_humana persona_de_carne_y_hueso personas_reales
    real_person actual_person real_people real_life_person live_people
    tecnico_humano teleoperadores encargada responsables_humanos dependiente chat_con_agente ejecutivo_de_cuenta ejecutiva_de_cuenta persona_fisica_real member_of_your_team member_of_your_staff one_of_your_team someone_from_your_team alguien_del_equipo alguien_de_su_equipo alguien_de_tu_equipo persona_en_vivo person_in_charge someone_in_charge somebody_in_charge whoevers_in_charge hooman hoomans hombre_o_mujer_real  ser_de_carne_y_hueso alguien_de_carne_y_hueso gente_real gente_de_verdad flesh_and_blood living_person breathing_person one_of_your_colleagues
    executive executives account_manager case_manager live_operator asesorcito
    agente_comercial asesor_comercial coordinador coordinadora team_leader team_lead duty_manager someone_higher_up somebody_higher_up executive_please dueno duena patron`,

  /** A person, said plainly. */
  person: `persona person alguien_real someone_real somebody_real real_someone 🧑 👩 👨
    👤 👥`,

  /** Persons in general: they count only when one is to be talked to. */
  people: `personas people gente comercial gestor gestora colega colegas colleague colleagues companero companera chico chica tipo senorita joven muchacho muchacha guy lady individuo
    staff ppl peeps folks`,

  /** Could be anyone. */
  someone: `alguien someone somebody anyone anybody sm1 some_one some_body any_one any_body algien algiuen
    any1 some1 sb someone_else somebody_else anyone_else`,

  /** Departments and services: a person sits there. Said alone they may mean something else. */
  department: `atencion_personalizada atencion_personal gerencia servicio_al_cliente atencion_al_cliente servicio_a_clientes atencion_a_clientes servicio_de_atencion
    atencion_al_usuario soporte soporte_tecnico servicio_tecnico mesa_de_ayuda ventas facturacion cobranzas cobranza
    retenciones reclamaciones reclamos departamento call_center contact_center centro_de_atencion tecnico tecnica
    ingeniero customer_service customer_support customer_care client_service client_support customer_services
    tech_support technical_support support support_team help_desk helpdesk sales billing billing_department department
    technician customer_relations support_desk complaints_department customer_help service_desk your_team
    admin administrator administrador administracion
    callcenter servicio_cliente servicio_de_cliente costumer_service customer_rep costumer_support centralita 
    retention retentions retencion cancellations complaints returns_department loyalty reclamaciones_y_bajas departamento_de_bajas area_encargada area_correspondiente customer_care_team`,

  /** Announces a talk to come. Told talks ("hablé", "I spoke") are absent on purpose. */
  talk: `hablar hablarle hablarles platicar charlar chatear conversar dialogar comunicarme comunicarnos comunicarse
    hablemos que_hable ablar talk talking speak speaking chat chatting chating converse discuss spk spek speek tak tlk
    tlak get_through get_a_hold get_hold get_ahold getting_hold talkto speakto hbalar halbar hablra hablr hblar tospeak totalk
    hablarlo hablarla hablarme platicarlo`,
  /** The same, but often said of a service as well. */
  reach: `contactarme contactarnos contactar contactarse contacto contact contacting contacter contactig reach reaching
    tocontact get_in_touch be_in_touch in_touch getting_in_touch`,
  /** A talk that is going on: with a form of "be" before it, it asks who we are. */
  talking: 'hablando chateando platicando conversando talking speaking chatting dealing tratando hablo',

  /** Verbs that hand the customer over and mean nothing else. */
  connect: `conectar conecta conecten conecte comunicar comunica comunique comuniquen enlazar enlace derivar deriva
    deriven derive redirigir redirija redirige traspasar connect conect connecting be_connected get_connected redirect
    patch_through put_through put_me_through patch_me_through put_us_through put_me_thru get_me_thru put_thru handover hand_over
    conectarnos
    ser_transferido ser_transferida ser_derivado ser_derivada ser_comunicado ser_comunicada comunicacion_con conexion_con derivacion put_on swap bring_in meter meta metan invita invite avisa avise llama_a llame_a`,
  escalate:
    'escalar escalarlo escala escalen escale escalate escalated escalating escalation escalamiento handoff hand_off traspaso',

  /** Verbs that hand over money and things as well. */
  transfer: `transferir transfiere transfiera transfieran transfer transfering transferring pasar pase pasan pasen
    be_transferred get_transferred being_transferred be_put forward switch
    transferencia handing`,

  /** Imperatives and infinitives with "me" in them. */
  giveMe: `pasame paseme pasenme pasarme ponme poneme pongame ponganme ponerme comunicame comuniqueme
    comuniquenme conectame conecteme conectenme conectarme transfiereme transfierame
    transfieranme transferirme transferime derivame deriveme derivenme derivarme dame deme denme darme enlazame
    enlaceme enlazarme escalame redirigeme redirijame contactame contacteme contactenme traeme traigame
    mandame mandeme enviame envieme consigueme consigame conseguirme facilitame faciliteme asigname asigneme
    asignarme llevame conseguir gimme getme
    buscame busqueme busquenme regalame regaleme regalenme brindame brindeme prestame facilitenme pasen_me pase_me pasa_me comunique_me comunica_me ponga_me`,
  /** Those of them that take "con": whoever follows is a person or a department. */
  putMe: `pasame paseme pasenme pasarme ponme poneme pongame ponganme ponerme comunicame comuniqueme comuniquenme
    conectame conecteme conectarme transfiereme transfierame transferirme derivame deriveme enlazame`,

  /** Spanish verbs that hand over when "me" stands before them. */
  pasar: `pasas pasa pasan pasar pase pases pasen pasaria pasarias pones pone ponen poner pongan ponga pongas comunicas
    comunica comunican comunicar comunique comuniques comuniquen conectas conecta conectan conectar conecte conectes
    conecten transfieres transfiere transfieren transferir transfiera transfieras transfieran transferis derivas
    deriva derivan derivar derive derives deriven das da dan dar darias contactas contacta contactan contactar
    contacte contacten enlaza enlazas enlazar enlace mandas manda consigues consigue asignas asigna asignar
    regala regalan regalas regalaria colabora colaboran colaboras colaboraria facilita facilitan facilitas brinda brindan presta consiguen
    poneis pasais pasas_a comunicais comunicas conectais transferis canaliza canalizan canalice redirige redirigen direcciona`,
  /** With "no me" before them they refuse ("no me pasen con otro asesor"); the others still ask. */
  refusing: `pase pases pasen ponga pongas pongan comunique comuniques comuniquen conecte conectes conecten transfiera
    transfieras transfieran derive derives deriven atienda atiendan atiendas llame llamen llames
    me_llamen me_llame me_contacten me_contacte contacten contacte marquen marque pasas_a_nadie`,

  /** English verbs that hand over when "me" stands after them. */
  hand: `give get put pass hand switch send connect transfer transfering forward direct route patch bring move refer
    link hook assign redirect getting giving transferring connecting escalate`,
  /** Those of them that hand over without "me": "switch to an agent". */
  route:
    'transfer transfering transferring switch send route forward redirect hand refer escalate escalar handoff pasarle pasarlo pasarla',

  /** A call said so that it can only come from us. */
  callBack: `me_llamen me_llame call_me_back ring_me_back phone_me_back get_a_callback have_a_callback a_callback a_call_back
    llamada_de_vuelta devuelvan_la_llamada devuelvanme_la_llamada a_phone_call_instead
    receive_a_call recibir_una_llamada recibir_llamada`,
  /** Looked into by somebody: "que lo revise una persona". */
  review: `revise revisen revisar mire miren mirar vea vean lea lean leer review look_at look_into check_this check_my read_this take_over handle_this deal_with_this`,
  /** Says something to somebody, or has somebody say it. */
  tell: `contarle contarselo contarlo explicarle explicarselo preguntarle preguntar decirle exponer exponerle consultarle
    consultarlo comentarle pedirle tell ask explain complain question pregunta queja gestione gestionen lleve lleven tome tomen
    tramite say`,
  /** What a robot is called where a robot is hardly meant otherwise than as a partner in talk. */
  computer: `computadora computador ordenador grabadora computer recording machine_voice contestadora contestador
    grabacion`,
  /** Repeats a wish. */
  asked:
    'asked_for asked_to_speak said_i_want i_said told_you pedi he_pedido habia_pedido dije pidiendo solicitando',
  but: 'but menos cualquiera_menos anyone_but anything_but',
  better: 'mejor prefiero preferiria rather',
  /** Helps a part of a message that has nothing else. */
  indefinite: 'un una a an algun alguna any another otro otra cualquier cualquiera some',

  /** Has to do with somebody: without "with" it has to do with a thing. */
  treat: `tratar tratarlo entenderme entenderse lidiar resolverlo verlo arreglarlo interactuar interact deal dealing work
    working consult ir
    tramitarlo gestionarlo lo_hablo verlo_mejor discuss_this discuss_it`,
  get: 'get find obtain conseguir consigo obtener',
  /** Hands the customer over, to whom goes without saying. */
  passOn: `put_me_thru put_me_through patch_me_through put_us_through transfiereme transfierame transferime transfieranme derivame deriveme derivenme
    comunicame comuniqueme comuniquenme conectame conecteme conectenme enlaceme redirijame`,
  transferBare: 'transfer transferir transferirme handoff handover',

  how: 'como how donde where',
  me: 'me us nos',
  you: 'you u contigo vos usted ti tigo ustedes vosotros',
  with: 'con with to w',
  alongside: 'con with',
  who: 'quien quienes who whom',

  want: `me_hace_falta quiero quisiera quisieramos queria querria queremos quiere qiero necesito necesita necesitamos necesitaria
    nesesito necesit nesecito ocupo ocupamos requiero requerimos deseo desearia prefiero preferiria solicito exijo
    pido pedimos reclamo busco me_gustaria demando urge hace_falta quieor uqiero want wants wanted need needs needed
    require prefer demand request requesting would_like id_like like_to rather seeking looking_for wish insist desire
    wnat watn ned nead waant wan wana wnt requiring asking_for ask_for want_to needa let wanna gotta can_i_have
    could_i_have may_i_have can_i_get could_i_get can_we_get podria_tener puedo_tener
    solicitar pide`,

  /** Served by somebody. */
  attend: `atienda atiendan atender atiende atienden atendido atendida atendidos atenderme atiendame atiendanme
    attend serve be_served be_attended
    be_helped_by be_assisted_by be_served_by helped_by assisted_by served_by handled_by escuche escuchen escuchar`,
  /** Helped by somebody: a weaker sign, since anyone helps. */
  help: `ayude ayuden ayudar ayudarme ayuda asesore asesoren asesorar explique expliquen explicar explicarme
    resuelva resuelvan resolver solucione solucionen solucionar responda respondan responder conteste contesten
    contestar help helps assist assistance assists aid explain answer respond resolve solve fix
    oriente guie entienda entiendan`,
  /** What is human when a human gives it: "atención humana", "human support". */
  service: `servicio service atencion attention trato contacto soporte support asistencia assistance ayuda help
    traspaso chat handoff interaccion interaction personalizada agent agente asesor asesoria`,
  human: 'humano humana humanas human live',

  call: `llame llamen llamar llamarme llamenme me_llame me_llamen me_contacte me_contacten contacte contacten call phone ring call_me phone_me ring_me
    marque marcar marquen se_comunique_conmigo se_comuniquen_conmigo contact_me se_contacten_conmigo se_contacte_conmigo`,
  callMe: `regresan_la_llamada regresen_la_llamada devuelven_la_llamada favor_llamar favor_llamarme favor_marcar
    llamenme llameme llamame llamarme me_llamen me_llame call_me phone_me ring_me give_me_a_call
    have_a_call get_a_call
    call_me_back ring_me_back phone_me_back get_a_callback have_a_callback a_callback llamada_de_vuelta devuelvan_la_llamada llamen_al devuelvanme_la_llamada a_call_back a_phone_call_instead
    marcarme marqueme marquenme me_marca me_marcan me_marcas comuniquense_conmigo comunicarse_conmigo contactenme phone_someone call_someone una_llamada give_me_a_ring give_us_a_ring give_me_a_bell give_us_a_bell give_me_a_buzz give_us_a_buzz give_us_a_call
    gimme_a_call gimme_a_ring gimme_a_buzz gimme_a_bell drop_me_a_call waiting_for_your_call expecting_your_call espero_su_llamada
    esperando_su_llamada a_su_llamada forward_to_your_call
    marcame marcanme marcanos llamenos llamadme telefoneame telefoneenme timbrame timbrenme contactame contactadme hablame_al hablenme_al
    me_hablan_al phone_us reach_out_to_me reach_me un_telefonazo un_timbrazo una_llamadita un_llamado ring_us call_us_back request_a_call arrange_a_callback schedule_a_call book_a_call set_up_a_call`,

  /** At which one is called. */
  telephone: `phone_number phone_line telephone_number helpline hotline numero_de_telefono numero_telefonico linea_telefonica telefono
    number numero`,
  /** Whoever is talked to belongs to us: "hablar con el área legal". */
  theirs: 'el la los las the your su sus tu tus',
  /** Asks for what is named. */
  please: 'please pls plz por_favor porfa porfavor xfa x_favor plis porfis kindly',
  /** Hands over and is said to us: "me pasas con Laura". */
  passYou: 'pasas pones comunicas conectas transfieres derivas comunica transfiere deriva',

  /** Said with "me" before it and a courtesy after it, they ask: "me llaman por favor". */
  callNow: 'llama llaman marca marcan contacta contactan telefonean',
  /** Takes the seat of the one who answers: "que se ponga alguien". */
  comeOn: 'se_ponga se_pongan se_pone se_pusiera',

  exist: `esta_el esta_la hay habra existe tienen tenes tienes is_there are_there any do_you_have have_you_got theres isnt_there
    arent_there cuentan_con esta_algun estara se_encuentra
    dont_you_have no_hay no_tienen no_tendran tendran`,
  available: `disponible disponibles available there here ahi alli aqui online libre free en_linea on_duty atendiendo`,
  /** Said of nobody: "nadie me contesta". */
  serves: `atiende atienden responde responden contesta contestan ayuda ayudan soluciona solucionan resuelve resuelven
    answers responds helps replies`,
  nobody: 'nadie nobody noone no_one ninguno ninguna_persona ningun_humano',

  bot: `bot bots robot robots robotina robotito maquina maquinas maquinita machine machines chatbot chatbots chat_bot
    ia ai inteligencia_artificial asistente_virtual virtual_assistant
    bott robott robor automated_system sistema_automatico automated_responses automated_messages automated_replies automatic_messages canned_responses respuestas_automaticas mensajes_automaticos respuestas_programadas
    robotito robotcito chatbots`,
  /** Getting away from it. */
  leave: `salir saquenme sacame saqueme sacarme out escape leave
    quitame quiteme quitenme quita_el quiten_el skip bypass get_past get_around get_out_of avoid evitar saltar saltarme pasar_del
    quitar quiten saquen retiren apaguen bot_off switch_off
    exit end quit disable turn_off apaga apague apagar desactiva desactivar desactive deactivate kill go_away shut_up saltate`,
  /** Said of a bot that has failed its customer. */
  useless: `inutil inutiles useless stupid estupido estupida tonto tonta idiota dumb sucks awful terrible horrible
    pesimo malisimo basura trash garbage mierda crap porqueria pointless asco rubbish no_sirve no_sirves no_ayuda
    no_ayudas isnt_helping not_helping isnt_working not_helpful`,
  /** Free to talk, which "there" alone doesn't say. */
  free: 'disponible disponibles available online libre libres free en_linea on_duty conectado conectados',
  withYou: 'contigo',
  /** What others said they would do: it is spoken of, not asked for. */
  promised: `quedaron quedo quedamos quedaste prometieron prometio iban iba dijeron dijo aseguraron promised promise
    supposed was_told were_told been_told they_said he_said she_said told_me you_said avisaron avisaran`,
  /** Wished of us: whoever follows "me pasen con" is a person. */
  passSub: `pases pasen comuniques comunique comuniquen conectes conecte conecten derives derive deriven transfieras transfiera
    transfieran pongas pongan pongan_en`,
  /** "Me transfiere" asks; "me pasa" hardly tells. */
  transferYou: `transfiere transfieren transfieres transferis comunica comunicas comunican derivas derivan deriva conectas
    comunicarias transferirias`,
  /** Words of persons that mean no person. */
  thing: `human_rights human_resources human_error human_nature human_body derechos_humanos recursos_humanos error_humano
    cuerpo_humano agente_secreto secret_agent special_agent agent_orange clase_ejecutiva plan_ejecutivo executive_class executive_plan
    executive_suite executive_room contact_person persona_de_contacto contacto_de_emergencia hace_pasar hacen_pasar hizo_pasar hacerse_pasar haciendose_pasar
    task_manager password_manager property_manager managers_special first_person second_person
    third_person salesperson chairperson spokesperson delivery_person personas_mayores persona_juridica representante_legal
    legal_representative agencia_de_viajes google_assistant shop_assistant boss_battle expert_mode free_agent user_agent
    numero_de_personas datos_personales queja_del_agente persona_a_persona person_to_person_transfer live_tv live_music
    agente_de_retencion mobile_operator operador_movil contact_details contact_lenses contact_list contact_info contact_information contact_number emergency_contact mis_contactos
    me_quiero_pasar_a quiero_pasarme_a me_paso_a me_voy_a_pasar_a pasarme_a_otro
    numero_de_contacto contacto_de_emergencia hace_falta_hablar hace_falta_llamar hay_que_hablar hay_que_llamar`,
  hate: `odio detesto harto harta hartos cansado cansada hate sick tired fed enough basta stop aborrezco no_soporto
    cant_stand nada_de no_mas no_more`,

  no: `no not dont do_not doesnt didnt wont never nunca sin without tampoco jamas instead_of rather_than en_vez_de
    en_lugar_de nor no_need no_hace_falta
    isnt nada_de cero no_longer`,
  /** "No puedo hablar con…" complains, it doesn't refuse. */
  can: `puedo puede pueden podrian podria podrias podemos pude logro consigo se can could able
    podeis podes podriais`,
  if: 'si if unless hasta until',

  /** Who or what something is. */
  be: `eres sos es soy seas sea somos son ser are am im is was were youre be been being this estoy estas esta estaba
    estabas sera seras parece pareces suenas sounds sound like como r hablo its`,
  /** Tells of an attempt: the wish is likely, not certain. */
  tried: `while mientras was_on were_on was_on_the_phone cut_off intente intentado intento trate tratado quise pude logre tuve tried attempted managed after despues_de
    luego_de before antes_de why_did_you why_was_i why_have_you do_i_have do_i_need should_i es_necesario hay_que`,
  /** The talk is about them, not with them. */
  topic: `about sobre acerca del regarding concerning mal bien because porque behind against
    queja_de queja_contra reclamo_de reclamo_contra denuncia_contra complaint_about complaint_against complaints_about queja_del reclamo_del`,

  /** After these words a person is not the person: "agent account", "persona jurídica". */
  compound: `account accounts fee fees commission portal login number numbers id code license licence app juridica
    natural autorizada autorizado virtual automatico automatica software de_viajes inmobiliario card name names
    address salary job position rating insurance bot ia ai artificial shop store hours
    plan board suite room class movil celular mobile moral a_cargo aduanero aduanal bancario`,
  /** Before these words it isn't either: "in person", "por persona", "travel agent". */
  notBefore: `in per each cada tercera third same misma estate travel insurance virtual user nice missing every ai
    ia automated secret free movil mobile`,

  real: 'manual real reales verdadero verdadera actual live genuine living breathing de_verdad',
  possessive: 'el la los las mi mis su sus tu tus the my your',

  polite: `x_favor por_favor please gracias thanks porfa porfavor pls plz xfa xfavor plis favor hola hi hello hey buenas
    buenos dias tardes noches oye oiga perdon disculpe disculpa sorry ok okay okey bueno vale good morning afternoon
    thank ey eh ah ay porfis kindly sir pues
    hell god dios por_dios por_el_amor_de_dios for_the_love_of_god for_gods_sake for_god_sake for_fucks_sake for_fuck_sake ffs omg jesus christ wtf seriously come_on oh x_fa fa oiga che wey guey bro man dude mate carnal pana parce hermano amigo amiga yes yeah yep si claro vale no_gracias none_of_the_above none_of_these none ninguna ninguna_de_las_anteriores ninguno_de_estos nada_de_esto nada_de_eso nada nope nah rather instead
    ugh argh uff uf bah meh hm mm lol duh um err uy grr listen look mira mire vea disculpame porfis plis cheers ty porfavorcito`,

  /** What may stand between the words of a rule. */
  fill: `manual a an the este ese some any of to with on at in for by from up or y and e u o el la los las un una uno unos unas al de con
    por para en que q se te le les lo su sus tu tus mi mis my your yours our their his her this that these those it
    its me us nos you i yo we i_would just only really very actually right now asap immediately ya ahora mismo
    ahorita urgente urgentemente urgent inmediatamente inmediato directamente direct directly pronto rapido quickly
    hoy today aca aqui here there alla ahi ustedes usted company empresa compania otro otra otros another other
    different distinto diferente next algun alguna alguno algunos real reales verdadero verdadera actual live vivo
    viva carne hueso proper adecuado calificado capacitado competente able be_able capable possible posible puedo
    puede pueden puedes podria podrian podrias podes podemos poder pueda puedan va van can could may might must should would
    will shall likes have has having do does tener tenga tengo go going voy vamos a_ver mas more much muy tan solo
    solamente nomas urgencia nuevo nuevamente again otra_vez de_nuevo una_vez better mejor entonces then so asi through via
    mediante over phone telefono linea line chance what_do_i_need what_do_i_have way manera forma how donde where seguir sigo alguien quien who whom
    someone somebody anyone service servicio team equipo member make making makes keep start empezar volver vuelvo
    trying conversation conversacion caso case llamada goddamn fucking fuckin damn bloody puta puto putos maldito maldita carajo mierda joder cojones cono verga
    pinche chingado bien
    1 2 4 kn cn c one verdad movil celular living breathing mobile cell phone_number
    podeis podrias quereis queres querrias podrian q que te os`,
} as const

export type Tag = keyof typeof LEXICON

/** The tags whose words are also recognised with a typo or spelt by ear ("kiero ablar con un acesor"). */
export const FORGIVING: readonly Tag[] = [
  'desk',
  'person',
  'someone',
  'talk',
  'reach',
  'giveMe',
  'want',
  'connect',
  'transfer',
]

/** Ordinary words that are one typo away from a word above. They are what they are. */
export const EXACT = `buena buenas escalator escalators elevator contactless especially specially specialty speciality salesperson chairperson tasks task
  masks asks humanoid humanitarian ambient accent ascent regent cogent urgent urgente agents absent client clients cliente clientes
  regente operable opera operas operate personalized personalizado personalizada personalidad perdona perdone prisoner personality
  expect expects expected aspect respect inspect inspector advise advises advised advice table tables tablet cable stable fable able gent gents hable
  resource resources humor hunan personal personales personally arent agenda agencia agencies agency event events contract
  contracts contrato contratos contrata manage managed manages management habla hablas hablan hablaron hablado
  hablaba hable peak weak steak spent gente parent parents reason season prison parson pagar pasear passer passed
  pasado pasada pasaron pasaba paso pasos conectado conectada conecto connected connection connects correct
  transferred transferencia transferencias transferido transfers quieren quieres quiera querer quieras querido
  necesitan necesitas necesite represent presentation operacion operation operations supervise gerencia mandato
  mandado enviado enviados enviar dado dada reached teach beach peach breach preach reaches react charla charge
  charger charged check cheat chats coast spear spoke spoken speaks talks walk walks tall task talked hablamos
  contacted contacts contain sometime sometimes anyway deseos desea debe debo demo dime dama busca buscar busque
  require required requires prefers preferred demanding demands requested requests humor bosses export special
  especial especiales associated associates superiores responsables respuesta empleo employer employed encargo
  encargar cargado asesoria accesorio acceso escaleras derivado enlaces pongo pones puse pidio pidiendo pedido
  pedidos piden boca reclamar requiere requieren solicite solicita solicitar solicitud solicitado exige exigir
  passing passes password past paste party parte operate operated wish wished wishes needing seeing wanting
  ejecutar ejecuta gestor posas pasan casar tasas asistencia assistance assistants assist assists asistir
  consultar consulta consultas consultation consultants insists deseado prefiere pasajes pasaje puesto traigo traje
  trae llevar llevan llevame converge convert converter conserve reserve discuss lever level agreement agreed
  avisan avisas avisar aviso avisos avisado conectate conectarse invitar invitan invitado invited invites inviting speech speed spend cable cables hablante talk human humanly humanity humanidad persons personaje operando`
