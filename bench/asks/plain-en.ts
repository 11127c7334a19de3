import type { Ways } from './ways.ts'

/**
 * What is said in few words: that nobody answers, that one is awaited, where to call; and beside it what names a trade,
 * a thing of a trade, or persons in general.
 */
export const PLAIN_EN: Ways = {
  lists: {
    TRADE:
      'agent|operator|manager|representative|supervisor|advisor|specialist|executive|assistant|person|human|associate|expert|boss|employee|rep',
    TRADEOF: `mobile|phone|network|machine|crane|camera|cable|train|tour|ferry|forklift|radio|estate|travel|insurance|cleaning|bleaching|customs|shipping|parking|ticket|press|talent|sports|secret|
      property|project|product|account|store|bank|office|floor|night|regional|district|general|task|file|device|password|event|stage|fleet|fund|case|legal|medical|sales|school|union|third|first|second|missing|home delivery|data`,
    TRADETHING: `discount|salary|code|id|login|portal|number|licence|uniform|badge|training|job|vacancy|fee|commission|card|desk|chair|lounge|plan|rate|special|meeting|signature|agreement|certificate|
      report|account|schedule|shift|exam|course|manual|profile|address|email|mode|level|error|rights|size|weight|resources|error on my bill|to person payment|to person transfer`,
    OTHERDEED: `paid|is using my account|will pick it up|can sign|used my card|has my number|opened my parcel|lives here now|is on my plan|got my refund|took my seat|changed the password|owns the house|
      answered my phone|is connected to my wifi|can pay|wants my sim|ordered it`,
    WITHWHAT:
      'a disability|a student card|two accounts|a prepaid plan|bad credit|kids|my surname|the same name|a foreign passport|a visa',
    WHOEVER:
      'someone|somebody|a person|a human|an agent|anyone|a rep|a real person|your manager|a supervisor|one of you|a member of staff',
    ANSWER:
      'answer|reply|respond|help|pick up|read this|talk to me|get back to me|assist|look at it|take this',
    QUICK: 'please|pls|now|asap|||||',
    BOTA: 'bot|robot|chatbot|ai|machine|assistant|auto reply',
    BADLY:
      "is not working|isn't working|doesn't get it|doesn't understand|is broken|isn't helping|can't help|keeps looping|is stuck|makes no sense|is useless",
    TELNUM:
      '555 0134|07700900123|my mobile|my cell|this number|02079460000|6175550199|the number on file|home|my landline',
    NUMBEROF:
      'phone number|telephone number|number|address|email|opening hours|hours|fax|website|location|holiday hours',
  },
  asks: [
    "(still|i'm still|im|i am|been|we are) waiting (for|on) [WHOEVER] (to [ANSWER]|) [QUICK]",
    '(nobody|no one|noone) (is|is ever|ever|wants to|seems to) (going to [ANSWER]|answering|answers|responding|replying to me|here to help) (i need [WHOEVER]|get me [WHOEVER]|)',
    '(can|could|may) (i|we) (talk|speak) (to you |to u |to [WHOEVER] |with [WHOEVER] |)(on|over|by|via) (the |)phone [QUICK]',
    '(call|phone|ring|text|contact) me (at|on|back at|back on) [TELNUM] [QUICK]',
    '(please|pls|kindly|can you|could you|someone) (call|phone|ring|contact) me (at|on|back on|back at) [TELNUM]',
    '(someone|somebody|anyone|anybody) else (please|pls|now|than a [BOTA]|than this [BOTA]|than you|not you)',
    '(not you|no not you|anyone but you|anybody but a [BOTA]) ([WHOEVER]|someone else|a real one|) [QUICK]',
    '(sure|ok|yes|fine|thanks|no thanks|great) but (can|could|will|would) [WHOEVER] (check|look at|confirm|handle|review|do|verify|fix|see) (it|this|that|my case|mine)',
    '(can|could|will) [WHOEVER] (check|look at|confirm|handle|review|verify) (this|it|that) (instead|for me|[QUICK])',
    '(call back|callback|a call back|phone call|a callback|return call) (please|pls|needed|requested|asap|now)',
    '(pls|please|kindly) (revert|get back|respond|come back) (with a call|by phone|to me by phone|on call)',
    '(does|do|did|will|is|are) (a human|anyone|any human|a person|real people|somebody|any of you|humans) (ever|even|actually|really) (read|reading|check|checking|answer|answering|see|work on) (this|these|these messages|my messages|here)',
    '(does|do) (anyone|anybody|a human|real people|any humans) (ever |actually |even |)(work|answer|exist) (here|there|at this company|in this place)',
    '(can|could) (someone|anyone|anybody|somebody) (help|answer) me (this|the|your) [BOTA] [BADLY]',
    '(this|the|your) [BOTA] [BADLY] (someone|anyone|can someone help|is anyone there|i need help from [WHOEVER]|[WHOEVER] please|agent)',
    '(turn|switch) (the |this |)[BOTA] off [QUICK]',
    '(i|i have|i already|just) (pressed|hit|dialed|dialled|pushed) (0|zero) (for an agent|to get someone|to talk to a person)',
    "(who's|whos|who is) (in charge|running this|the boss there) (get them|let me talk to them|i want them|can i talk to them|have them call me)",
    '(i|we) (keep|kept) (asking|begging) for [WHOEVER]',
    '(would|could) (it|there) be (possible|ok|a way) (for [WHOEVER] to [ANSWER]|to get [WHOEVER])',
  ],
  others: [
    '[TRADEOF] [TRADE]',
    '(my|the|a|our|another|which|is my|change my|who is the|are you a) [TRADEOF] [TRADE] (locked|open|today|late|||)',
    '[TRADE] [TRADETHING]',
    '(software|crm|app|headset|course|salary|rates|training|jobs|discount|tools) for ([TRADE]s|[TRADE]s only|[TRADEOF] [TRADE]s)',
    '(walk in|in store|face to face) (support|service|help|centre) (where|near me|hours|)',
    '(my|the|an|your|get a|where is the|i lost my) [TRADE] [TRADETHING]',
    '[NUMBEROF] (for|of) (customer service|customer support|support|the office|sales|your store|the returns department|head office|the nearest agent)',
    "(what is|what's|where is|do you have) (the|your|a) [NUMBEROF] (for|of) (customer service|support|sales|the branch|head office)",
    '(person|people|someone|guy|lady) in charge (of|at) (my building|the building|my school|the house|our office|the event) (is away|needs a bill|must sign|moved out|)',
    'person to person (payment|transfer|sale|call rate|loan|contact)',
    '(out of|within|in|beyond) reach (of the router|of kids|area|zone|)',
    '(is|are|was) my (phone|mobile|cell|tablet) (operator|carrier|network) (locked|free|changed|unlocked)',
    '(someone|somebody|a person|anyone|people|customers) with [WITHWHAT] (can apply|gets a discount|||)',
    '(someone|somebody|anyone|another person|a person|one person) (else |)[OTHERDEED]',
    '(can|could|may|does) (someone|somebody|anyone|another person|a person|one person) else (sign|pay|use it|pick it up|come|own it|join|have this problem|travel with it)',
    '(is|are) (anyone|anybody|someone|other people) (else|) (having this outage|connected to my wifi|affected|without power|using my account|seeing this error)',
    "(i will|i'll|i'm going to|we will) (sue|report|leave|review|tweet about|never come back to) (you|you all|this company|it|)",
    '(same|the usual|the same) (as|thing as|) (always|before|last time|yesterday|usual)',
    '(complaint|feedback|review|question|praise) (about|on|regarding) (an agent|your agent|a rep|the driver|your staff|one of your people|the manager)',
    '(how many|all|most|few|which|other) (people|persons|humans|customers) (can|may|could|should) (join|share|pay|travel|use it|watch|enter)',
    '(nobody|no one|noone) (is|was|will be|lives) (home|at home|at the store|there on monday|at that address|in the house|in)',
    '(do i|must i|should i|can i) (go|pay|come|return it|sign|collect it) in person',
  ],
}
