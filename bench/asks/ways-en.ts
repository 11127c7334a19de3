import type { Ways } from './ways.ts'

/** How English is written to a company's chat: by asks of a person, and by what has their words and isn't one. */
export const ENGLISH: Ways = {
  lists: {
    PERSON: `an agent|an agent|a human|a human|a person|a person|a real person|a real human|a human being|an actual person|an actual human|
      someone|someone|somebody|someone real|somebody real|a representative|a rep|an operator|an advisor|an adviser|a customer service agent|
      a customer service rep|a live agent|a live person|your manager|your supervisor|a supervisor|a manager|a member of staff|
      someone from your team|one of your colleagues|a specialist|someone in charge|somebody who knows|someone else|anyone|a proper human|
      a flesh and blood person|a living person|a support agent|a human agent|a customer representative|real people|an employee|a dude|your boss|
      the person in charge|someone competent|some1|sum1|a consultant|an associate|any human|human|agent|a support person`,
    BARE: `agent|human|person|real person|live agent|live person|operator|representative|rep|advisor|real human|human being|actual person|
      a human|a person|an agent|a real person|live chat|human agent|human support|human help|customer service rep|customer rep|manager|supervisor|
      speak to agent|talk to human|talk to agent|speak to human|chat with agent|human assistance|request agent|agent assistance|live support|
      live representative|talk to a person|speak to someone|talk to someone|contact agent|connect to agent|transfer to agent|live help|real agent`,
    SERVICE:
      'customer service|customer support|support|billing|sales|tech support|your support team|the billing department|customer care|cancellations',
    WANT: `i want to|i want to|i need to|i need to|i would like to|id like to|i'd rather|i would prefer to|can i|can i|can i please|could i|may i|
      how do i|how can i|how do i get to|where can i|let me|just let me|please let me|i wanna|wanna|i have to|i must|i demand to|i just want to|
      why can't i|is it possible to|is there a way to|any way to|any chance i can|i am trying to|i've been trying to|trying to|
      i really need to|all i want is to|i wish to|would it be possible to|am i able to|when can i|it's impossible to|i can't`,
    TALK: `speak to|speak to|speak with|talk to|talk to|talk to|talk with|chat with|chat to|contact|reach|get in touch with|get hold of|get a hold of|
      get through to|be connected to|be transferred to|be put through to|connect with|deal with|communicate with|converse with|speak directly to|get|see`,
    HAND: `get me|give me|gimme|connect me to|connect me with|transfer me to|put me through to|put me on to|pass me to|pass me on to|hand me over to|
      switch me to|forward me to|send me to|refer me to|route me to|can you get me|can you connect me to|can you transfer me to|could you put me through to|
      please transfer me to|please get me|i want|i need|i want|i need|i'd like|i prefer|i demand|i request|can i have|can i get|could i have|
      do you have|is there|are there|looking for|find me|let me have|just give me|take me to|escalate me to|direct me to|hook me up with`,
    ATTEND: `can|could|i want|i need|i would like|please have|have|get|i'd like`,
    DO: `help me|call me|talk to me|look at this|review my case|contact me|explain this|handle this|speak to me|check my account|assist me|
      read this|chat with me|answer me|call me back`,
    BOT: 'a bot|a robot|a machine|bots|robots|this bot|machines|a chatbot|an ai|this machine|a computer|automated messages|an automated system|you',
    NOT: `i don't want|i dont want|i hate|i refuse|stop|enough|i'm sick of|i'm tired of|no more|i will not|i won't|i can't stand|i do not want|i'm done`,
    WITHBOT:
      'to talk to|to speak to|talking to|speaking to|to deal with|dealing with|to chat with|typing to|arguing with',
    POLITE:
      'please|pls|now|asap|right now|thanks|plz|already|immediately|today|urgently|ffs|kindly|right away|damn it',
    OPEN: `hi|hello|hey|good morning|ok|yes|no|well|listen|look|sorry|excuse me|you don't understand|this isn't working|you're not helping|
      none of these|that didn't help|something else|enough|omg|jesus|seriously|i give up|no that's wrong|stupid bot|useless|i've been waiting an hour|
      for the love of god|this is ridiculous`,
    WORK: 'agent|advisor|operator|manager|supervisor|representative|consultant|technician',
    OF: 'real estate|travel|insurance|property|cleaning|free|account|user|forklift|store|night',
    HE: `the agent|the rep|the operator|the technician|the supervisor|your agent|the person|the lady|the guy|the representative|the manager|
      my advisor|an agent|someone|the driver|the engineer|one of your agents|a person|somebody from your company|the salesperson`,
    DID: `who helped me was rude|told me it was free|said tomorrow|promised me a refund|never came|came and fixed nothing|hung up on me|overcharged me|
      was very nice|said something else|didn't know anything|called me yesterday|was supposed to call|broke my wall|offered me another plan|
      told me there was no contract|already helped me|asked for my password|never showed up|sold me the plan|was great|said he would come today|left a mess`,
    TOLD: 'i spoke to|i talked to|yesterday i spoke with|i already talked to|we spoke to|i was talking to|i got a call from|i chatted with|i was told by|i was helped by',
    WHO: "are you|are you|is this|am i talking to|am i speaking with|you sound like|you are|r u|so you are|are u really|i am|i'm|do you think you are|aren't you|i'm not|i am not",
    NO: `i don't want|i don't need|no need for|don't transfer me to|i don't want to talk to|i do not wish to speak with|without talking to|
      i'd rather talk to you than|no need to talk to|please don't connect me to|i no longer need|instead of calling|do not call|you're better than`,
    ONLY: 'just the balance|just cancel it|just tell me the price|i only want the bill|you can do it|thanks|just fix it|i only have a question',
    THING: `my bill|my balance|the contract|the wifi password|the link|a receipt|my order number|a copy|the code|my money|a refund|the price|
      an answer|a discount|information|the address|my account|my order|my card|my pin|the plan`,
    GIVE: 'give me|send me|show me|get me|i want|i need|can i get|can i have|tell me|help me with|where is|what is|cancel|change|can you send me|let me see|check|how do i get|pass me',
    SOMEONE: 'someone|somebody|a person|another person|someone else|my neighbor|no one|nobody',
    STOLE: `used my card|stole my phone|got into my account|is using my wifi|picked up my parcel|can pick up my order|will be home|scammed me|
      bought something with my account|will sign for it|showed up|told me about the fee|pretended to be you|lives with me`,
    MOVE: 'transfer|move|change|give|switch|send',
    OWNED: 'the contract|my line|my account|the service|money|my number|my plan|the order',
    TO: 'to another person|to my wife|to someone else|to my son|to a friend|to a new address|to my savings|to the cheaper plan',
    WHEN: "when is|what time will|is|where is|why didn't|what is the name of|can you send|send|schedule",
    TOPIC: 'about my bill|in spanish|later|tomorrow|about the price|on my phone|abroad|about something else',
    TELL: `tell|ask|explain this to|explain it to|complain to|discuss this with|discuss my bill with|phone|call|ring|say it to|describe it to|
      ask a question to|have a word with|do this over the phone with|do this with|sort this out with|go over this with|be helped by|have my case reviewed by`,
    CALL: `call|page|summon|fetch|send|send in|bring|bring in|bring me|put|put on|add|invite|wake up|notify|tell|ask|alert|hand this to|pass this to|
      hand over to|handoff to|hand off to|give this to|swap me to|move me to|take me to|switch to|change to|go to|route to|i said|i asked for|i already asked for|
      i've asked three times for|i told you i want|again,|question for|i have a question for|a voice of|request|waiting for|need|want|require`,
    OFF: "exit|end|quit|stop|turn off|disable|shut up|go away|leave|close|deactivate|kill|anything but|anyone but|too complicated for|i can't do this with|not|no|i don't trust|i don't like|fed up with",
    PPL: 'people|staff|ppl|peeps|humans|folks who work there|your staff|your team|a staff member|sb|any1|an executive|customer care executive|an account manager|your executive',
    DOING: `see|buy|change|pay|check|find|return|know|activate|install|set up|download|book|cancel|update|receive|open|close|withdraw|get|
      move|order|use|renew|remove|add|fix|recover|send|track|make|file|submit|play|turn on|read|learn about|get around|report|dispute|top up`,
    OBJECT: `an appointment|my password|a card|a tv|the router|my address|the app|a flight|my email|an offer|my points|the order|a bigger size|the bill for may|
      my plan|insurance|the warranty|the promotion|an atm|a store|the charge|the package|a new line|more data|my order number|an invoice|the fee|a refund|
      roaming|these shoes|my account|the channels|a copy|the subscription|shipping|a complaint|gas|a restaurant|music|my pin|the exchange rate|cash|a transfer|a reminder|the weather`,
  },
  asks: [
    '[WANT] [TELL] [PERSON]',
    '[WANT] [TELL] [PERSON]',
    '[TELL] [PERSON]',
    '[CALL] [PERSON]',
    '[CALL] [PERSON] [POLITE]',
    '[CALL] [PERSON] (into this chat|on|on the line|on here|to this chat|)',
    '[OFF] [BOT]',
    '[OFF] [BOT] [POLITE]',
    '[PPL] please',
    '(talk to|speak with|contact|get me|is there|do you have|i want to talk to|any|where are the) [PPL]',
    '(arrange|request|book|schedule|set up) (a callback|a call|a call back) (with [PERSON]|from [PERSON]|)',
    '[PERSON] (or i cancel|or im leaving|not you|instead of you|instead|then|already|or else)',
    '(what number|phone number|is there a number|give me a number) (do i call |to call |)(to talk to|for|to speak to) [PERSON]',
    '(how long|when) (until|will|can) [PERSON] (answer|answers|reply|help me|be free|talk to me)',
    '(i would like|id like|i want|may i) (to be transferred|to be connected|to be put through|be transferred)',

    '[WANT] [TALK] [PERSON]',
    '[WANT] [TALK] [PERSON]',
    '[WANT] [TALK] [PERSON]',
    '[WANT] [TALK] [PERSON] [POLITE]',
    '[TALK] [PERSON]',
    '[WANT] [TALK] [SERVICE]',
    '[WANT] (speak|talk) to [SERVICE]',
    '[HAND] [PERSON]',
    '[HAND] [PERSON]',
    '[HAND] [PERSON]',
    '[HAND] [SERVICE]',
    '[ATTEND] [PERSON] to [DO]',
    '[ATTEND] [PERSON] [DO]',
    '[PERSON] to [DO]',
    '(is there|are there|do you have) [PERSON] (i can talk to|i can speak to|available|there|who can help|i could chat with)',
    '[BARE]',
    '[BARE]',
    '[BARE] [POLITE]',
    '[PERSON] [POLITE]',
    '[NOT] [WITHBOT] [BOT]',
    '[NOT] [BOT]',
    '[NOT] [WITHBOT] [BOT] (get me|i want|give me) [PERSON]',
    '[PERSON] not [BOT]',
    '(skip|bypass|get past|get out of|get rid of|get me out of) (this bot|the bot|the robot)',
    'who (can i|do i|should i) (talk to|speak to|speak with)',
    '(transfer me|put me through|connect me|escalate this|escalate me) [POLITE]',
    '(please call me|call me back|i want a call|i want a callback|have someone call me|give me a call)',
    'are you (a bot|real|human) (get me|i want|give me|can i have) [PERSON]',
    '(you are) (useless|not helping|no help) (get me|i want|give me|can i talk to) [PERSON]',
    '(talk|speak|chat) (to|with|2) [PERSON]',
    'escalate (this|my case|to a supervisor|to a human)',
    '(seriously|really) not one human being (here|i can speak with|in this company)',
    'where (are|is) (the real people|a real person|the humans|the agent)',
  ],
  others: [
    '(i want|i need|i would like|id like) (you to|it to be|this to be|them to) (cancel it|fixed|fix it|cancelled|refunded|refund me|send it again|checked|change it|lower the price|removed|delivered)',
    '(put|play|skip|convert|call|get) (me an uber|this song|dollars to euros|a hold on my account|in for time off|my mom)',
    'who is (your boss|your manager|responsible for you)',
    '(do you have|plans|a ticket|a plan|an account) for (2|two|three|four|many) people',
    'how many people can (watch|use it|come)',
    '[WANT] [DOING] [OBJECT]',
    '[WANT] [DOING] [OBJECT]',
    '[WANT] [DOING] [OBJECT] [POLITE]',
    '(is there|are there|do you have|where can i get|where can i find|how do i get|is there a way to get) [OBJECT] (near me|available|for me|)',
    '[WANT]',
    '[WANT] [WANT] [WANT] [WANT]',
    '[NO] [NO] [NO]',
    '(i like|i love|nice|thanks|good) [BOT]',
    '[PERSON] (would understand|would do better|lives with me|had the same issue|complained)',
    '[BOT] (is|ate|charged) [OBJECT]',
    '(want|need) assistance (making|with) [OBJECT]',
    '(treat me like|talk to me like) a human',
    '[PERSON] [DOING] [OBJECT]',

    '[HE] [DID]',
    '[HE] [DID]',
    '[TOLD] [HE] and [ONLY]',
    '[TOLD] [PERSON] (yesterday|last week|and nothing happened|about [THING])',
    '[TOLD] [PERSON]',
    '[WHO] [PERSON]',
    '[WHO] [PERSON]',
    '[WHO] (human|real|a bot|a machine|a person or a robot|a real customer|a robot)',
    '[NO] [PERSON]',
    '[NO] [PERSON]',
    '[NO] [PERSON] [ONLY]',
    '[NO] anyone [ONLY]',
    '(i am|i work as|i want to be|my wife is) a [OF] [WORK]',
    'my [OF] [WORK] (needs|wants|asked for) [THING]',
    'my (manager|boss|supervisor|accountant) (needs|wants) [THING]',
    '[GIVE] [THING]',
    '[GIVE] [THING]',
    '[GIVE] [THING] [POLITE]',
    '[SOMEONE] [STOLE]',
    '[SOMEONE] [STOLE]',
    '(i want to|can i|how do i) [MOVE] [OWNED] [TO]',
    '[MOVE] [OWNED] [TO]',
    '[WHEN] [HE] (coming|come|there|here|to fix it)',
    '(price|ticket|plan|discount) (per person|for two people|for 4 people|for older people)',
    "(i want to|can we|let's|i can't) (talk|speak|chat) [TOPIC]",
    '[WORK] (account|portal|login|fee|number|code|manual|license)',
    '[OF] [WORK] [THING]',
    '(what are|where are|rate) (your customer service hours|the support hours|my customer service experience|your stores)',
    '(customer service|your support|the service|your customer service) (was terrible|is awful|was great|is slow|sucks)',
    "(don't call me|stop calling me|who called me|missed a call from you|calls keep dropping|i can't make calls)",
    "(robot|washing|sewing|vending|answering) (vacuum|machine|mower) (is broken|won't turn on|arrived damaged)",
    '(human resources|human rights|human error|in person|personal data|person of interest|live tv|group chat)',
    "(live chat|chat|the chat|your bot) (isn't loading|is broken|keeps closing)",
    '[OPEN]',
    '[OPEN] [OPEN]',
    '(yes|no|ok|thanks) (that one|please|nothing else|i see|it is)',
    '(i need|i want|help with|problem with) [THING]',
    '(i need help|help me|can you help me|i have a question|quick question) (with [THING]|please|)',
    '(can|could) someone (look at|check|pick up|fix|collect) (my car|the light|my order|my parcel|the box)',
    'what (do you|should i|will you) call (me|it|your boss)',
    '(can|could|will) (you|it) (call|speak|talk|connect|transfer) (my wife|spanish|slower|to wifi|the money|faster)',
    '(speak|talk) (faster|slower|louder|to me in french|in greek|about your hobbies)',
  ],
}
