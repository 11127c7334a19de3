import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'

/** How people say that they have restarted the router already. */
const RESTARTED = [
  ...['ya lo hice', 'ya lo reinicié', 'ya reinicié', 'ya lo apagué', 'ya apagué', 'ya lo desconecté'],
  ...['ya desconecté', 'ya lo desenchufé', 'reinicié el', 'apagué y prendí', 'lo apagué y lo prendí'],
  ...['already did', 'already tried', 'tried that already', 'did that already', 'already restarted'],
  ...['already unplugged', 'already rebooted', 'restarted the', 'rebooted the', 'unplugged the'],
]

/** How people say that the internet is back, or isn't. */
const BACK = {
  yes: [
    ...[
      'ya funciona',
      'ya funcionó',
      'ya volvió',
      'ya regresó',
      'ya quedó',
      'ya sirve',
      'ya hay internet',
      'ya hay señal',
      'ya tengo internet',
      'ya tengo señal',
      'ya me llegó',
    ],
    ...[
      'ya anda',
      'ya se arregló',
      'it works',
      'works now',
      'working now',
      'it is back',
      'its back',
      'back now',
      'fixed',
    ],
  ],
  no: [
    ...RESTARTED,
    ...['sigue igual', 'sigo igual', 'igual', 'y nada', 'nada', 'lo mismo', 'sigue sin', 'sigo sin'],
    ...['aún no', 'todavía no', 'still', 'nothing', 'no luck', 'same'],
  ],
}

/** The internet is down: checks the line first, and asks the customer to do something only when that can help. */
export const noInternet = defineDialog(facts, {
  id: 'no-internet',
  title: { es: 'Sin internet', en: 'No internet' },
  chip: { es: 'Sin internet', en: 'No internet' },
  wish: { es: 'arreglar su internet', en: 'fix your internet' },
  object: 'account',
  start: 'account',
  steps: {
    account: {
      kind: 'ask',
      fact: 'account',
      text: {
        es: 'Reviso su línea ahora mismo. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'I will check your line right away. What is your account number? It is at the top of your bill.',
      },
      again: {
        es: 'Necesito el número de cuenta para revisar su línea: son seis cifras, como 445566, arriba en su factura. Si no lo tiene a mano, también sirve decirlo.',
        en: 'I need the account number to check your line: six digits, such as 445566, at the top of your bill. If you do not have it at hand, just say so.',
      },
      known: {
        es: 'Reviso ahora mismo la línea de su cuenta {account}.',
        en: 'I will check the line of your account {account} right away.',
      },
      next: 'check',
      refused: 'noAccount',
    },
    noAccount: {
      kind: 'person',
      text: {
        es: 'No pasa nada: una persona puede encontrar su línea de otra manera.',
        en: 'That is all right: a person can find your line in another way.',
      },
    },
    check: {
      kind: 'call',
      verb: 'check-line',
      args: { account: 'account' },
      learns: ['lineState', 'outageUntil'],
      trying: { es: 'Estoy revisando su línea.', en: 'I am checking your line.' },
      ok: 'state',
      refused: { 'no-such-account': 'noSuchAccount', other: 'checkFailed' },
      failed: 'checkFailed',
      unknown: 'checkFailed',
    },
    noSuchAccount: {
      kind: 'reject',
      question: 'account',
      text: { es: 'No encuentro la cuenta {account}.', en: 'I cannot find account {account}.' },
    },
    checkFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo revisar su línea desde aquí.',
        en: 'I cannot check your line from here right now.',
      },
    },
    state: {
      kind: 'decide',
      fact: 'lineState',
      when: {
        up: 'restartRouter',
        outage: 'whenRepaired',
        fault: 'restart',
        unknown: 'checkFailed',
        refused: 'checkFailed',
      },
    },

    whenRepaired: {
      kind: 'decide',
      fact: 'outageUntil',
      when: { known: 'promiseRepair', unknown: 'outageWithoutDate', refused: 'outageWithoutDate' },
    },
    promiseRepair: {
      kind: 'promise',
      what: 'answer',
      text: {
        es: 'Comprobar que la línea de la cuenta {account} volvió tras la avería de su zona',
        en: 'Check that the line of account {account} is back after the outage in its area',
      },
      due: { on: 'outageUntil' },
      next: 'outage',
    },
    outage: {
      kind: 'done',
      text: {
        es: 'Hay una avería en su zona y ya la estamos arreglando; debería volver a más tardar el {outageUntil}. No tiene que hacer nada, y ese día comprobaremos que su línea volvió.',
        en: 'There is an outage in your area and we are already repairing it; it should be back by {outageUntil}. You do not need to do anything, and we will check that day that your line is back.',
      },
    },
    outageWithoutDate: {
      kind: 'person',
      text: {
        es: 'Hay una avería en su zona y todavía no tengo la hora del arreglo. Una persona se la dirá.',
        en: 'There is an outage in your area and I do not have a repair time yet. A person will tell you.',
      },
    },

    restart: {
      kind: 'call',
      verb: 'restart-line',
      args: { account: 'account' },
      learns: ['lineState'],
      trying: {
        es: 'A su equipo no le llega señal. Estoy reiniciando su línea; aún no ha vuelto.',
        en: 'Your equipment gets no signal. I am restarting your line; it is not back yet.',
      },
      limitMs: 30_000,
      ok: 'afterRestart',
      refused: { 'no-such-account': 'restartFailed', other: 'restartFailed' },
      failed: 'restartFailed',
      unknown: 'restartUnknown',
    },
    restartFailed: {
      kind: 'person',
      text: {
        es: 'A su equipo no le llega señal, y no pude reiniciar la línea. Una persona lo verá con usted.',
        en: 'Your equipment gets no signal, and I could not restart the line. A person will look at it with you.',
      },
    },
    restartUnknown: {
      kind: 'person',
      text: {
        es: 'Pedí reiniciar su línea, pero no sé si se reinició. Una persona lo comprobará.',
        en: 'I asked for your line to be restarted, but I do not know whether it was. A person will check.',
      },
    },
    afterRestart: {
      kind: 'decide',
      fact: 'lineState',
      when: {
        up: 'isBack',
        outage: 'stillDead',
        fault: 'stillDead',
        unknown: 'stillDead',
        refused: 'stillDead',
      },
    },
    stillDead: {
      kind: 'person',
      text: {
        es: 'A su equipo no le llega señal. Reinicié su línea y no bastó, así que una persona lo verá con usted.',
        en: 'Your equipment gets no signal. I restarted your line and that was not enough, so a person will look at it with you.',
      },
    },
    isBack: {
      kind: 'confirm',
      text: {
        es: 'A su equipo no le llegaba señal. Reinicié su línea y ya responde. ¿Le volvió el internet?',
        en: 'Your equipment was getting no signal. I restarted your line and it responds now. Is your internet back?',
      },
      again: {
        es: '¿Ya puede navegar? Dígame sí o no; puede tardar un minuto.',
        en: 'Can you browse now? Please say yes or no; it may take a minute.',
      },
      labels: {
        yes: { es: 'Sí, ya funciona', en: 'Yes, it works' },
        no: { es: 'No, sigue igual', en: 'No, still not working' },
      },
      says: BACK,
      restated: 'no',
      cannot: { to: 'notThere', label: { es: 'No estoy en casa', en: 'I am not at home' } },
      yes: 'fixed',
      no: 'stillDown',
    },
    restartRouter: {
      kind: 'confirm',
      text: {
        es: 'Su línea funciona hasta su casa, así que puede ser el router: desconéctelo de la corriente, espere 30 segundos y conéctelo otra vez. ¿Ya tiene internet?',
        en: 'Your line works up to your home, so it may be the router: unplug it, wait 30 seconds and plug it in again. Do you have internet now?',
      },
      again: {
        es: 'Cuando el router esté encendido otra vez, ¿tiene internet? Dígame sí o no.',
        en: 'Once the router is on again, do you have internet? Please say yes or no.',
      },
      labels: {
        yes: { es: 'Sí, ya funciona', en: 'Yes, it works' },
        no: { es: 'No, sigue igual', en: 'No, still not working' },
      },
      instructs: { told: RESTARTED },
      says: BACK,
      restated: 'no',
      cannot: { to: 'cannotDo' },
      yes: 'fixed',
      no: 'stillDown',
    },
    fixed: {
      kind: 'done',
      chosen: true,
      text: { es: 'Qué bueno. Disculpe la molestia.', en: 'Good to hear. Sorry for the trouble.' },
    },
    notThere: {
      kind: 'done',
      chosen: true,
      offersPerson: true,
      text: {
        es: 'De acuerdo. La línea ya responde. Cuando esté en casa, si no navega, escríbamelo aquí y sigo desde este punto.',
        en: 'All right. The line responds now. Once you are at home, if you cannot browse, write to me here and I go on from this point.',
      },
    },
    cannotDo: {
      kind: 'person',
      flag: {
        es: 'OJO: el cliente no puede tocar el router ahora; la línea funciona hasta su casa',
        en: 'NOTE: the customer cannot get at the router now; the line works up to the home',
      },
      text: {
        es: 'No hace falta que lo haga usted. Una persona lo revisa desde aquí y, si hay que ir a su casa, lo acuerda con usted.',
        en: 'You do not have to do it. A person looks at it from here and, if somebody has to come to your home, arranges it with you.',
      },
    },
    stillDown: {
      kind: 'person',
      text: {
        es: 'Entonces hace falta alguien que lo revise, y no tendrá que contarlo otra vez.',
        en: 'Then someone has to look at it, and you will not have to explain it again.',
      },
    },
  },
})
