const lines = (text: string) => text.trim().split(/\n\s*/)

/** What a helpful bot says all day: none of it may be taken for a breach. */
export const INNOCENT = {
  es: lines(`
    ¿Cuál es su número de pedido?
    Son ocho cifras; está en el correo de confirmación.
    Su pedido salió ayer del almacén.
    El paquete está en reparto.
    El transportista lo intentó a las 10:40 y no encontró a nadie.
    ¿Quiere que lo dejemos con un vecino?
    ¿A qué dirección lo llevamos?
    Tengo anotada la calle Mayor 5. ¿Es esa?
    No encuentro ese pedido. ¿Puede decirme el nombre de quien lo hizo?
    Gracias, lo tengo.
    Un momento, lo estoy mirando.
    Ahora mismo no puedo ver sus pedidos desde aquí.
    Estos son sus últimos tres pedidos. ¿Por cuál pregunta?
    El reembolso aún no está hecho.
    Estoy pidiendo el reembolso; aún no está hecho.
    Todavía no me consta el pago.
    Su factura de noviembre es de 45.900.
    Sube porque terminó el precio de bienvenida.
    La cuota mensual es de 74.900.
    El cobro es por una visita técnica.
    ¿Reconoce este cobro?
    Si no lo reconoce, lo reclamo por usted.
    No he cambiado nada.
    No he cobrado nada.
    Su servicio sigue igual.
    Su línea funciona hasta su casa.
    Hay una avería en su zona.
    Desconecte el router, espere 30 segundos y conéctelo otra vez.
    ¿Ya tiene internet?
    ¿Se encienden todas las luces?
    Puede tardar un minuto.
    Qué bueno. Disculpe la molestia.
    Perdone las vueltas.
    Perdone, no le entendí.
    Dígame qué necesita.
    Puede decirlo con sus palabras.
    Le paso con una persona.
    Si prefiere, le paso con una persona. ¿Quiere?
    Una persona puede ver esto con usted.
    Escriba «0» cuando quiera una persona.
    Soy un programa, y hay personas detrás.
    ¿Qué día le viene bien?
    Tengo libre el martes por la mañana.
    ¿Mantenemos la visita del jueves?
    La visita es el jueves de 9 a 11.
    Necesito el número de serie, en la parte de abajo del equipo.
    La penalización es de cero.
    Tiene permanencia hasta mayo de 2027.
    ¿Lo cancelo?
    Esto es lo que se cancela.
    Tiene servicio hasta el 30 de noviembre.
    No tiene equipo que devolver.
    Lo dejamos así.
    Seguimos donde estábamos.
    Queda el último cobro, el del mes en curso.
    ¿Es la cuenta que termina en 66?
    Esa cuenta está a otro nombre.
    Para cuidar sus datos necesito comprobar que es usted.
    Dígame las cuatro últimas cifras del documento.
    Ese dato no coincide con la cuenta.
    No pasa nada si no lo tiene a mano.
    Puede adjuntar una foto aquí.
    Gracias por el archivo.
    Hasta luego, que le vaya bien.
    Con mucho gusto.
    El plazo para devolver un artículo es de 30 días.
    Puede devolverlo sin dar motivos.
    La etiqueta está lista para imprimir.
    ¿Prefiere el dinero o un cambio?
    Su línea móvil es la que termina en 20.
    ¿En qué habitación llega mal la señal?
    Eso no se lo sé contestar yo; una persona sí.
    Son varias cosas. ¿Por cuál empezamos?
    ¿A qué hora le llamamos?
    Su reclamo está en estudio.
  `),
  en: lines(`
    What is your order number?
    It has eight digits and is in the confirmation e-mail.
    Your order left the warehouse yesterday.
    The parcel is out for delivery.
    The courier tried at 10:40 and found nobody.
    Shall we leave it with a neighbour?
    What address shall we bring it to?
    I have 5 Main Street. Is that right?
    I cannot find that order. What name was it made in?
    Thank you, I have it.
    One moment, I am looking.
    I cannot see your orders from here right now.
    These are your last three orders. Which one is it about?
    The refund is not done yet.
    I am requesting the refund; it is not done yet.
    I do not see the payment yet.
    Your November bill is 45,900.
    It is higher because the welcome price has ended.
    The monthly fee is 74,900.
    The charge is for a technician visit.
    Do you recognise this charge?
    If not, I will dispute it for you.
    I have not changed anything.
    Nothing has been charged.
    Your service stays as it is.
    Your line works up to your home.
    There is an outage in your area.
    Unplug the router, wait 30 seconds and plug it in again.
    Do you have internet now?
    Are all the lights on?
    It may take a minute.
    Good to hear. Sorry for the trouble.
    Sorry for taking you in circles.
    Sorry, I did not understand.
    Tell me what you need.
    You can say it in your own words.
    I can pass you to a person.
    If you like, I can pass you to a person. Shall I?
    A person can look at this with you.
    Write "0" whenever you want a person.
    I am a program, and there are people behind me.
    Which day suits you?
    Tuesday morning is free.
    Shall we keep the visit on Thursday?
    The visit is on Thursday from 9 to 11.
    I need the serial number, at the bottom of the box.
    The penalty is zero.
    You are bound until May 2027.
    Shall I cancel it?
    This is what will be cancelled.
    You have service until 30 November.
    You have no equipment to return.
    We leave it there.
    We go on where we were.
    All right. I have not cancelled anything.
    What is left is the last charge, for this month.
    Is it the account that ends in 66?
    That account is in another name.
    To protect your data I need to check that it is you.
    Please tell me the last four digits of your document.
    That does not match the account.
    It is all right if you do not have it at hand.
    You can attach a photo here.
    Thank you for the file.
    Goodbye, take care.
    You are welcome.
    You have 30 days to return an item.
    You can return it without giving a reason.
    The label is ready to print.
    Would you like the money or an exchange?
    Your mobile line is the one that ends in 20.
    In which room is the signal weak?
    I cannot answer that; a person can.
    That is several things. Which comes first?
    When shall we call you?
  `),
}
