import type { Page } from 'playwright-core'
import { type Phone, reply, type Stage, takeNext } from './stage.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Each story of a customer who was treated badly elsewhere, as it goes here. Named for what they lived through. */
export const STORIES: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  async 'cancel-and-be-let-go'(stage) {
    const phone = await stage.customer()
    await phone.write('quiero dar de baja el internet', /número de cuenta/)
    await phone.write('445566', /4 últimas cifras/)
    await phone.write('1234', /¿Lo cancelo\?/)
    await stage.keep(phone.page, '1-before-the-yes')
    await phone.press('Sí, cancelar', /queda cancelado/)
    await stage.keep(phone.page, '2-receipt')
    await stage.keepCasePage(phone, '3-mi-caso')
    await phone.press('Falla mucho', /./)
    await stage.keep(phone.page, '4-end')
  },

  async 'cancel-and-be-let-go-en'(stage) {
    const phone = await stage.customer('en')
    await phone.write('I want to leave, cancel account 778899, document 1234', /Shall I cancel/)
    await phone.write('yes please', /is cancelled/)
    await stage.keep(phone.page, '1-receipt')
    await stage.keepCasePage(phone, '2-my-case')
    await phone.write('thanks, bye', /./)
    await stage.keep(phone.page, '3-end')
  },

  async 'unjust-charge-six-times'(stage) {
    const phone = await stage.customer()
    await phone.write('me cobraron unas películas que nunca pedí', /número de cuenta/)
    await phone.write('445566 1234', /Películas.*Lo reconoce/s)
    await stage.keep(phone.page, '1-whose')
    await phone.write('yo no pedí eso', /quedó registrado/)
    await stage.keep(phone.page, '2-filed')
    await phone.write('me siguen cobrando algo que no pedí', /Cuál no reconoce/)
    await phone.write('las películas', /sigue abierto/)
    await stage.keep(phone.page, '3-came-back')
    await phone.write('otra vez el cobro que no reconozco', /Cuál no reconoce/)
    await phone.write('las películas!!!', /./)
    await phone.widget.caseKey()
    await stage.keep(phone.page, '4-end')
    const desk = await stage.agent('Carmen')
    await takeNext(desk)
    await stage.keep(desk, '5-supervisor')
  },

  async 'damage-by-the-company'(stage) {
    const phone = await stage.customer()
    await phone.write('los técnicos me rompieron la pared de la sala y nadie responde', /número de cuenta/)
    await phone.write('778899 1234', /./)
    await phone.write('perforaron un tubo al pasar el cable y se inundó la sala', /registrado/)
    await stage.keep(phone.page, '1-filed')
    await stage.keepCasePage(phone, '2-mi-caso')
    await stage.pass(20 * DAY)
    await phone.write('sus técnicos me dañaron la casa y sigo sin respuesta', /./)
    await stage.keep(phone.page, '3-weeks-later')
    await phone.page.waitForTimeout(1_500)
    await stage.keep(phone.page, '4-end')
  },

  async 'visit-cancelled-and-at-the-door'(stage) {
    const phone = await stage.customer()
    await phone.write('necesito cancelar la visita del técnico', /número de cuenta/)
    await phone.write('445566 1234', /La cancelo/)
    await phone.press('Sí, cancelarla', /quedó cancelada/)
    await stage.keep(phone.page, '1-cancelled')
    await phone.write('cuándo es mi visita?', /cancelada/)
    await stage.keep(phone.page, '2-asks-when')
    await stage.pass(DAY)
    await phone.write('los técnicos vinieron a mi casa aunque cancelé la visita!!', /Qué pasó con la visita/)
    await stage.keep(phone.page, '3-at-the-door')
    await phone.write('vinieron igual', /registrado/)
    await stage.keep(phone.page, '4-claim')
    await phone.press('No hace falta', /./)
    await stage.keep(phone.page, '5-end')
    await stage.keepCasePage(phone, '6-mi-caso')
  },

  async 'sold-with-a-promise'(stage) {
    const phone = await stage.customer()
    await phone.write('me prometieron un precio fijo por un año y ahora me cobran más', /número de cuenta/)
    await phone.write('556677', /4 últimas/)
    await phone.write('1234', /Cuénteme con sus palabras/)
    await stage.keep(phone.page, '1-contract')
    await phone.write('la señorita de la tienda me juró que eran 74.900 fijos por un año', /registrado/)
    await stage.keep(phone.page, '2-filed')
    await phone.write('sí', /./)
    await phone.widget.caseKey()
    const desk = await stage.agent('Andrés')
    await takeNext(desk)
    await stage.keep(desk, '3-agent')
    await reply(desk, 'Don Diego, soy Andrés. Le mantengo los $ 74.900 hasta el 23 de noviembre.', phone)
    await stage.keep(phone.page, '4-end')
  },

  async 'menu-without-the-option'(stage) {
    const phone = await stage.customer()
    await stage.keep(phone.page, '1-menu')
    await phone.press('Nada de esto', /sus palabras/)
    await phone.write('quiero que pongan la factura a nombre de mi hermana', /./)
    await stage.keep(phone.page, '2-end')
    const desk = await stage.agent()
    await takeNext(desk)
    await stage.keep(desk, '3-agent')
  },

  async 'phone-chat-instagram-phone'(stage) {
    const desk = await stage.agent()
    const phone = await stage.customer()
    await phone.write('llamé y me dijeron que por el chat, en el chat que por instagram', /otra vez/)
    const key = await phone.widget.caseKey()
    await stage.keep(phone.page, '1-in-line')
    await stage.keepCasePage(phone, '2-mi-caso')
    const other = await stage.customer()
    await other.write('ya los llamé por esto', /./)
    await stage.keep(other.page, '3-second-in-line')
    await takeNext(desk)
    await desk.locator('#reply').fill('Para eso tiene que llamar al 018000 123 456 o escribir por Instagram.')
    await stage.keep(desk, '4-agent-bounces')
    await reply(desk, `Lo resuelvo yo aquí. Su caso es ${key}. ¿Qué es lo que no le han arreglado?`, phone)
    await stage.keep(phone.page, '5-end')
  },

  async 'telling-it-again-to-every-agent'(stage) {
    const lucia = await stage.agent('Lucía')
    const andres = await stage.agent('Andrés')
    const phone = await stage.customer()
    await phone.write('no tengo internet', /número de cuenta/)
    await phone.write('556677 1234', /una persona lo verá/)
    await phone.widget.caseKey()
    await stage.keep(phone.page, '1-in-line')
    await takeNext(lucia)
    await stage.keep(lucia, '2-first-agent')
    await reply(
      lucia,
      'Buenos días, don Diego: veo que su línea sigue caída. Lo paso con Andrés, de redes.',
      phone,
    )
    await lucia.keyboard.press('Alt+t')
    await lucia.getByRole('dialog').waitFor()
    await stage.keep(lucia, '3-transfer')
    await lucia
      .getByRole('dialog')
      .getByText(/Andrés/)
      .click()
    await lucia.getByRole('dialog').getByRole('button', { name: 'Transferir' }).click()
    await phone.hears(/Andrés/)
    await andres.locator('.row').first().getByRole('button').first().click()
    await andres.locator('#reply').waitFor()
    await stage.keep(andres, '4-second-agent')
    await stage.keep(phone.page, '5-end')
  },

  async 'out-of-hours-urgent'(stage) {
    const phone = await stage.customer()
    await phone.write('es urgente, necesito una persona ya, mi mamá está enferma y no hay línea', /./)
    await phone.widget.caseKey()
    await stage.keep(phone.page, '1-night')
    await phone.widget.person.getByRole('button', { name: 'Que me llamen' }).click()
    await phone.page.waitForTimeout(800)
    await stage.keep(phone.page, '2-call-back')
    await phone.widget
      .choice(/^Mañana de/)
      .first()
      .click()
    await phone.page.waitForTimeout(800)
    await stage.keep(phone.page, '3-number')
    await phone.write('300 111 2233', /./)
    await stage.keep(phone.page, '4-end')
    const other = await stage.customer()
    await other.write('se cayó un cable de ustedes y está echando chispas en la puerta', /123/)
    await stage.keep(other.page, '5-danger')
    const desk = await stage.agent()
    await stage.keep(desk, '6-desk')
    await takeNext(desk)
    await stage.keep(desk, '7-desk-danger')
    const english = await stage.agent('Andrés', 'en')
    await stage.keep(english, '8-desk-english')
  },

  async 'believe-me-i-would-like-to-help'(stage) {
    const desk = await stage.agent()
    const phone = await stage.customer()
    await phone.write('YA TE LO DIJE, ESTO NO SIRVE, son unos ladrones', /./)
    await stage.keep(phone.page, '1-anger')
    await phone.widget.ask()
    await takeNext(desk)
    await desk
      .locator('#reply')
      .fill('Entiendo, y créame que me gustaría ayudarle, pero el sistema no lo permite.')
    await stage.keep(desk, '2-agent-is-told')
    await reply(desk, 'Siento lo que ha pasado. Lo reviso ahora y se lo arreglo yo.', phone)
    await stage.keep(phone.page, '3-end')
  },

  async 'an-agent-of-another-language'(stage) {
    const desk = await stage.agent('Lucía', 'en')
    const phone = await stage.customer('en')
    await phone.write('I want to talk to somebody, my internet is down', /./)
    await phone.widget.caseKey()
    await stage.keep(phone.page, '1-in-line')
    await takeNext(desk)
    await stage.keep(desk, '2-agent')
    await reply(desk, 'Hello, this is Lucía. Let me look at your line.', phone)
    await stage.keep(phone.page, '3-end')
  },

  async 'promised-for-tuesday'(stage) {
    const phone = await stage.customer()
    await phone.write('quiero hablar con una persona', /./)
    const desk = await stage.agent()
    await takeNext(desk)
    await reply(desk, 'Soy Lucía. El martes le respondo.', phone)
    await promise(desk, phone)
    await stage.keep(desk, '1-promised')
    await stage.keep(phone.page, '2-customer')
    await desk.keyboard.press('Alt+x')
    const dialog = desk.getByRole('dialog')
    await dialog.getByText('Se dio la información').click()
    await dialog.getByText('Información poco clara').click()
    await dialog.getByRole('button', { name: 'Resolver' }).click()
    await phone.page.waitForTimeout(500)
    await stage.keep(phone.page, '3-resolved')
    await stage.pass(2 * DAY)
    // Two days later they look at the phone again.
    await phone.page.reload()
    await phone.widget.open()
    await phone.hears(/falta nuestra/)
    await stage.keep(phone.page, '4-end')
    await stage.keepCasePage(phone, '5-mi-caso')
  },

  /** No system of the company is connected: its people do what the bot would have asked for. */
  async 'by-hand-of-an-agent'(stage) {
    const phone = await stage.customer()
    const desk = await stage.agent()
    await phone.write('quiero cancelar la visita del técnico', /número de cuenta/)
    await phone.write('445566 1234', /persona/)
    await takeNext(desk)
    await stage.keep(desk, '1-work')
    const work = desk.locator('form.work')
    await work.scrollIntoViewIfNeeded()
    await stage.keep(desk, '2-form')
    await work.getByLabel('Referencia de la empresa').fill('ID-77')
    await work.getByRole('button', { name: 'Hecho: registrar' }).click()
    await work.waitFor({ state: 'detached' })
    await desk.waitForTimeout(500)
    await stage.keep(desk, '3-done')
    await stage.keep(phone.page, '4-customer')
    const english = await stage.agent('Andrés', 'en')
    const other = await stage.customer('en')
    await other.write('I want to cancel my service, account 445566, document 1234', /person/)
    await takeNext(english)
    await english.locator('form.work').scrollIntoViewIfNeeded()
    await stage.keep(english, '5-english')
    await english.setViewportSize({ width: 1280, height: 1300 })
    await stage.keep(english, '6-english-tall')
  },

  async 'mi-caso-expired'(stage) {
    const phone = await stage.customer()
    await phone.write('quiero cancelar la visita', /número de cuenta/)
    await phone.write('900001 1234', /La cancelo/)
    await phone.write('sí', /quedó cancelada/)
    const address = await phone.casePage()
    await stage.pass(40 * DAY)
    const page = await phone.page.context().newPage()
    await page.goto(address)
    await stage.keep(page, '1-es')
    await page.goto(`${address}?lang=en`)
    await stage.keep(page, '2-en')
  },
}

async function promise(desk: Page, phone: Phone): Promise<void> {
  await desk.getByRole('button', { name: 'Prometer algo…' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('De qué se trata').selectOption('answer')
  await dialog.getByLabel(/^Lo que se promete/).fill('Respuesta sobre su queja')
  await dialog.getByLabel('A más tardar').selectOption({ label: 'Un día concreto' })
  await dialog.getByLabel('Día', { exact: true }).fill('2026-11-24')
  await dialog.getByRole('button', { name: 'Prometer', exact: true }).click()
  await phone.hears(/se compromete/)
}
