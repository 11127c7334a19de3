import type { Ways } from './ways.ts'

/** Who asks, in what situation and how, all over the English-speaking world; and who speaks of people otherwise. */
export const SITUATIONS_EN: Ways = {
  lists: {
    WHOM: '[PERSON]|[PERSON]|[NAMED]|[QUALITY]',
    NAMED: `one of your people|one of your team|one of your staff|one of your agents|one of the managers|a team leader|a team lead|a duty manager|a senior person|a senior agent|
      a colleague|a colleague of yours|your colleague|the owner|whoever is in charge|whoever runs this|the person responsible|the right person|the right department|the relevant team|
      customer care|the customer care team|customer relations|your complaints team|an account manager|an executive|a live executive|a clerk|a teller|a salesperson|a support rep|
      a support specialist|a service agent|an agent who is human|a human operator|a live operator|a live rep|a woman|a man|a lady|a bloke|a guy|some human|any agent|any person|any rep|
      any of your agents|a member of the team|a member of your staff|an actual employee|an actual agent|an actual rep|real support|a real agent|a real human being|a real live person|
      a real live human|people|real humans|humans|actual people|the humans`,
    QUALITY: `someone with a brain|someone with a pulse|a person with a pulse|someone with authority|someone who can decide|someone who can actually help|someone who can help|
      someone who knows what they are doing|someone who understands|someone who actually understands english|someone who speaks english|someone who speaks spanish|someone that isn't a bot|
      someone who is not a robot|someone capable|someone useful|someone qualified|someone higher up|someone above you|someone senior|someone in support|someone in billing|
      someone in sales|someone from the company|someone from support|someone at your company|someone who works there|someone who can read|somebody with sense|somebody sensible|
      somebody that can fix it|an intelligent being|something other than a bot|anyone but you|anyone with a heartbeat|a thinking human|a being with a heartbeat|someone with eyes`,
    PASS: `connect me|connect me|transfer me|put me through|put me on|hand me over|hand me off|pass me on|pass me over|pass me|switch me over|switch me|forward me|refer me|direct me|redirect me|
      route me|send me|get me|get me through|patch me through|bring me|link me up|hook me up|escalate me|move me|take me|loop me in|get me connected|get me transferred`,
    TOWARDS: 'to|to|to|with|over to|through to|directly to|straight to|right away to',
    ASKTO: `can you|could you|would you|will you|please|pls|plz|kindly|can u|could u|i want you to|i need you to|i'd like you to|just|now|would you mind|any chance you could|
      is it possible to|why don't you|why wont you|are you able to|you need to|you have to|i asked you to|i told you to|sir please|mam please|do me a favour and|for the last time`,
    SPEAK: `speak|speak|talk|talk|chat|have a chat|have a word|have a conversation|have a call|get in touch|communicate|converse|discuss this|sort this out|go through this|deal|interact|
      connect|engage|correspond|be in touch|get on a call|hop on a call|do this|resolve this|handle this|text|message`,
    WITH: 'with|with|to',
    HELPS: `help me|help|assist me|call me|ring me|phone me|answer me|respond to me|reply to me|look at this|look into this|look into it with me|explain it to me|sort this out|fix this|talk to me|speak to me|
      message me|get back to me|contact me|reach out to me|handle my case|review my case|take over|take this over|listen to me|read my messages|deal with this|step in|join this chat|join the chat|
      come online|pick up|guide me|walk me through it|take my call`,
    UNABLE: `i'm old and this is confusing|i am elderly|i'm 78|i can't see well|i'm blind|i'm deaf so i can't phone|i cant type well|i'm driving|my mother can't use this|i don't understand this app|
      i am not good with computers|i'm not tech savvy|this is complicated|it's complicated|it's a long story|it's a delicate matter|my case is special|it's an emergency|this is urgent|
      english is not my first language|i'm dyslexic|i have arthritis|it's too hard to explain here|i'm lost|i'm at the airport|i have no time`,
    FAILED: `you don't understand|you dont get it|you're not listening|you're not helping|you are useless|useless|this is useless|this isn't helping|that's not it|that's not what i asked|
      that didn't answer my question|that doesn't help|none of these|none of the above|not helpful|wrong|no|nope|still not working|i already tried that|i did all that|same answer again|you keep repeating yourself|
      we're going in circles|i'm going round in circles|i give up|forget it|never mind|whatever|this is a joke|what a joke|this is ridiculous|this is pathetic|are you kidding me|ugh|argh|omg|wtf|ffs|
      for crying out loud|for heaven's sake|i've had enough|i'm done|i'm fed up|worst service ever|i've been waiting for hours|third time i'm writing|i've been going at this for an hour|
      you people are thieves|my flight leaves in an hour|nothing works|your app is broken|the menu is useless|too many options|stop giving me options|stop sending me links|brilliant|great|lovely`,
    CALLFORM:
      'hi|hey|hello|yo|listen|look|mate|bro|dude|man|sir|mam|madam|dear team|good morning|good evening|excuse me|sorry|ok|okay|ugh|pls|please|um|well|right|so|buddy|guys|folks',
    NOW: `please|pls|plz|now|right now|asap|immediately|today|urgently|thanks|thank you|kindly|if possible|if you don't mind|already|stat|this instant|at once|quickly|right away|for once|
      or i'm leaving|or i cancel|ty|cheers|or else|instead|instead of you|again`,
    DIGITS: '0|0|00|press 0|dial 0|option 0|pressing 0|hit 0|zero|9|menu|main menu|option|start over|#',
    ESCAPEBOT: `get past|how do i get past|how do i skip|can i skip|can i bypass|skip|bypass|get rid of|get me out of|get me away from|how do i turn off|turn off|switch off|disable|i want out of|
      let me out of|how do i get out of|how do i avoid|leave|exit|no more|enough of|enough with|stop with|stop it with|i'm sick of|i'm done with|i've had it with|down with|anything but|anyone but|i hate|
      i can't stand|i despise|i don't do|i do not want|i don't want|no|not`,
    THEBOT: `this bot|the bot|a bot|bots|this robot|the robot|robots|a robot|this machine|machines|a machine|this chatbot|chatbots|the automated system|automated responses|automated stuff|
      the automation|the auto replies|canned responses|this ai|ai|ai agents|the virtual assistant|this automated chat|computers|the automated menu`,
    WORKER:
      'agent|advisor|rep|representative|technician|engineer|driver|courier|installer|operator|salesman|manager|supervisor|lady|guy|man|employee|colleague|assistant|plumber',
    PAST: `told me|promised me|said|hung up on me|charged me|offered me|asked me for|never came|didn't show|never called|never called back|was rude|was lovely|was great|was late|left a mess|broke|forgot|
      didn't know|refused|sold me|overcharged|got it wrong|sent me|installed|cancelled|noted|closed my ticket|helped me|already helped me|already called|fixed it|took my`,
    PASTS: `i was told someone would call|someone was supposed to call me|i was promised a call back|you said you'd call|they said they would call|nobody called me back|i already have a case with you|
      i already have a ticket|i already spoke to someone|i spoke to someone|i talked to a rep|i chatted with an agent|i was transferred|i got transferred|they transferred me|i was put on hold|i got disconnected|
      i called|i rang|i called customer service|i emailed support|i contacted you|i already contacted support|someone called me|somebody rang me|a person from your company called|an agent contacted me|
      your team contacted me|i had a call with a manager|an agent opened a case|i have spoken with three agents|i was dealing with an agent`,
    ANDTHEN: `yesterday|last week|this morning|on monday|and nothing happened|and still nothing|and it was fixed|about the refund|about my bill|and they said three days|and never did|two weeks ago|
      that it was free|that it ships friday|and got a case number|about it|earlier|and it's all good now|my door|the cable|a discount|the wrong plan|my password|and then it cut off|but it was the wrong one`,
    ISBOT: `are you|r u|are u|is this|you're|aren't you|am i talking to|am i speaking to|am i chatting with|who am i talking to|who is this|is it|do i have|is there|could you be|so you're|you sound like|
      are you really|are you actually|is that|did|does this go to|is this answered by|do you know if this is|is my message read by|tell me if you are`,
    WHAT: `a bot|a robot|a machine|a person|a human|a real person|human|real|an ai|a bot or a person|a human or a bot|a real human being|a computer|chatgpt|someone real|an actual person|a live person|an automated system`,
    ITEM: `my bill|my invoice|my balance|my order|my package|my parcel|the delivery|my refund|my account|my password|my pin|my card|my plan|my contract|my subscription|my booking|my flight|my ticket|my seat|
      my appointment|my address|my email|my number|my sim|my router|the wifi|the internet|my tv|the app|the website|my points|a coupon|a discount|the warranty|a replacement|an exchange|a return|the size|
      the price|the fee|a charge|a payment|the loan|my mortgage|the interest rate|my statement|a transfer|the exchange rate|roaming|data|the signal|coverage|the outage|opening hours|the store|the branch|an atm|
      a reservation|the menu|insurance|my policy|a claim|the form|a copy of the contract|my contacts|voicemail|the tracking link|a receipt`,
    DEED: `check|see|pay|change|cancel|update|track|find|reset|activate|download|print|renew|return|dispute|report|block|unblock|freeze|move|switch|transfer|forward|send|give|get|split|share|close|open|
      reschedule|confirm|upgrade|downgrade|increase|lower|set up|connect|fix|book|reach|look at|review|delete|order`,
    RECIPIENT:
      'another person|someone else|a friend|my wife|my neighbour|somebody else|a family member|my roommate|my assistant|my son|a third party|a stranger',
    CAN: 'can|could|will|may|might|must|cannot|should|has to|wants to',
    ERRAND: `pick up my order|collect the parcel|sign for it|use my card|use my account|pay my bill|get my refund|open the door|travel on my ticket|connect to my wifi|be home|return the router|go to the store|
      use my points|be added to my plan|see my invoices|call from my phone|let the technician in`,
    TYPED: `agent|human|person|representative|operator|rep|advisor|supervisor|manager|real person|live agent|human being|customer service rep|support agent|associate|
      speak to agent|talk to human|talk to a person|speak to a representative|speak to someone|i want a human|i need an agent|agent please|human please|talk to someone|live person`,
    VERB: 'see|pay|change|cancel|send|pass|put|connect|transfer|communicate|contact|give|take|remove|refer|forward|advise|operate|represent|personalise|manage|supervise|chat about|talk about|call about|ask about',
    DONE: `lied to|transferred|called|helped|hung up on|ignored|emailed|charged|cancelled|promised|misled|cheated|insulted|assisted|contacted|visited|fixed|explained it to|shouted at|put on hold|disconnected|forgot|scammed|
      passed around|overcharged|refunded|left|texted|answered|reassured|upgraded|locked|closed|opened|checked|updated`,
    OFTEN:
      'yesterday|three times|last week|twice|again|for an hour|on monday|this morning|and it was fine|and then nothing|already|for no reason|last night|before|||||',
    PEOPLEWORD:
      'human|person|agent|operator|manager|representative|specialist|associate|expert|staff|people|bot|ai|robot|live|talk|call|chat|speak|voice|real|personal|humane|support|service|rep|boss|executive|supervisor|advisor',
    FIXED: `task manager|password manager|property manager|store manager special|manager's special|special agent|secret agent|travel agent|real estate agent|insurance agent|cleaning agent|free agent|estate agent|
      executive room|executive class|executive plan|executive suite|business executive|salesperson|spokesperson|chairperson|delivery person|personal loan|personal data|personal details|personal account|in person|
      per person|two people|four people|plan for 3 people|human resources|human rights|a human right|human error|human nature|human body|contactless payment|contact details|contact number|contact list|contacts|
      contact lenses|emergency contact|escalator|elevator|operator settings|mobile operator|network operator|smart assistant|google assistant|shop assistant|assisted living|support ticket|supported devices|
      supports 5g|customer number|customer id|group chat|chat history|chat sound|call forwarding|call waiting|missed call|conference call|video call|call history|caller id|transfer fee|wire transfer|transfer limit|
      live tv|live stream|live score|live music|washing machine|sewing machine|coffee machine|vending machine|answering machine|robot vacuum|robot mower|talk time|talk show|speaker|loudspeaker|speech to text|
      represent|representation|agency|agenda|agents commission|user agent|expert mode|expert level|specialist clinic|boss battle|staff discount|team plan|somebody to love|someone like you|someone special`,
  },
  asks: [
    '[ASKTO] [PASS] [TOWARDS] [WHOM]',
    '[ASKTO] [PASS] [TOWARDS] [WHOM] [NOW]',
    '[PASS] [TOWARDS] [WHOM]',
    '[PASS] [TOWARDS] [WHOM] [NOW]',
    '[PASS] [TOWARDS] [SERVICE]',
    '[CALLFORM] [PASS] [TOWARDS] [WHOM]',
    '[FAILED] [PASS] [TOWARDS] [WHOM]',
    '[FAILED] (i want|i need|give me|get me|just get me|can i get|let me have|find me|put on|bring) [WHOM]',
    '[FAILED] (i want to|i need to|let me|can i|can i please|i would rather|i just want to) [SPEAK] [WITH] [WHOM]',
    '[FAILED] [BARE]',
    '[UNABLE] (can|could|please have|i need|i want|is there|please get) [WHOM] (to|) [HELPS]',
    '[UNABLE] (can i|could i|i need to|i want to|i would prefer to) [SPEAK] [WITH] [WHOM]',
    '[WHOM] (to|who can|that can|who will) [HELPS]',
    '(i want to|can i|i need to|let me) (speak|talk|chat) (with|to) (the same agent|the same person as yesterday|the lady from before|my usual advisor|the last agent)',
    '(who|whom) (can|could|should|do) i (contact|reach|talk to|be talking to|speak with|turn to) (about this|to talk about this|regarding this|then|)',
    '[BARE] (this is about|its about|regarding|for|about) [ITEM]',
    '(can|could|will|would|please let|have|get|please have|can you have|can you get|could you have|i want|i need|i would like|i expect|i demand) [WHOM] (to|) [HELPS]',
    '(can|could|will|would|please have|have|can you have|can you get) [WHOM] [HELPS] [NOW]',
    '(is there|are there|isnt there|have you got|do you have|do you guys have|you got|any|is|are) [WHOM] (available|online|around|there|i can [SPEAK] to|i could [SPEAK] with|who can [HELPS]|to [HELPS]|on duty|awake|working|at all)',
    "(don't you have|do you not have|does this company have|do you even have|are there no|aren't there) (any|) (people|real people|humans|agents|staff|actual employees|representatives|live agents|anyone) (working there|i can talk to|there|available|at all|to talk to|who can help)",
    '[SPEAK] [WITH] [WHOM]',
    '[SPEAK] [WITH] [WHOM] [NOW]',
    '[CALLFORM] (i want to|i need to|can i|may i|could i|let me|i wish to|i would like to|want to) [SPEAK] [WITH] [WHOM]',
    '(i want to|i need to|can i|how do i|how can i|where do i|what do i have to do to|how tf do i|is there any way to|am i allowed to|when can i|i would sooner|i prefer to|mind if i|i am trying to|id love to) [SPEAK] [WITH] [WHOM]',
    '(how do i|how can i|how long until i|when do i|why cant i|can i|could i|may i|when can i) (get|find|reach|get hold of|get through to|have|see|request|trouble you for|be given|be assigned) [WHOM]',
    '[DIGITS] [BARE]',
    '[DIGITS] (for|to get|to speak to|to talk to) [WHOM]',
    '[BARE] [NOW]',
    '[BARE] [BARE]',
    '[CALLFORM] [BARE]',
    '[CALLFORM] [WHOM] [NOW]',
    "(again|i repeat|i said|i already said|i told you i want|i've already asked for|i asked for|i keep asking for|still want|still waiting for|i'm waiting for|i'll wait for|waiting on|for the third time|i have asked 4 times for|yes|yes i want|yes please|ok then|fine|then) [WHOM]",
    '(yes|ok|sure|fine|yeah|correct|please do) (connect me|transfer me|put me through|[WHOM]|get me [WHOM]|talk to [WHOM])',
    '[ESCAPEBOT] [THEBOT]',
    '[ESCAPEBOT] [THEBOT] [NOW]',
    '[ESCAPEBOT] [THEBOT] (i want|give me|get me|let me talk to) [WHOM]',
    '(where is|where are|wheres|where r|when is|when will) (the agent|my agent for this chat|the humans|the real people|your staff|a human|the live agent|someone real) (coming on|joining|going to answer|available|)',
    '(what number|which number|is there a number|phone number|a number) (do i call|can i call|to call|i can ring) (to|so i can) [SPEAK] [WITH] [WHOM]',
    '(i prefer|i want|can i get|i would like|arrange|schedule|please arrange|id rather have) (a phone call|a call|a callback|a call back) (from|with) [WHOM]',
    '(i want|i need|i would like|let) (this|my case|my complaint|the matter|it) (to be|) (handled|reviewed|looked at|dealt with|resolved|checked|taken) by [WHOM]',
    '(i want to|i need to|i will|let me) (complain|make a complaint|raise this|escalate this|take this up|file a grievance) (to|with|directly to) [WHOM]',
    '(human|live|person|personal|real|real human|live human|actual human) (help|assistance|support|service|takeover|intervention|contact|interaction|agent|chat|assistance needed|help please)',
    '(i need|i want|give me|i require|request|requesting|get|need|want|looking for) (human|live|real human|live human|actual human|in-person) (help|assistance|support|service|intervention|contact|interaction)',
    '(just|please just|why not just|can you just|could you just) (put someone on|get someone on here|get somebody|let a human do it|give me a person|find a human|let me talk to somebody)',
    '(customer care|customer service|customer support|support) (executive|agent|rep|person|number please want to talk|please connect|talk|want to talk|human)',
    '(what|which|where is the) (option|button|key|number|menu item) (is|do i press|for|to get|gets me|to talk to|to speak to) [WHOM]',
    "(there's no|there is no|i don't see an|i can't find the|where is the|is there an|i want the) (option|button) (for|to get|to talk to|to speak with) [WHOM]",
    '(what do i|what should i|do i have to) (type|say|press|write|do) (to get|for|to talk to|to reach|to be connected to) [WHOM]',
    '(how|quickest way|best way|easiest way|whats the way) to (get|reach|talk to|speak to|contact|find) [WHOM]',
    '(all i need|all i want|all i ask for|all im asking for|the only thing i want|what i need|what i want) is [WHOM]',
    '(all i want|all i ask|what i need|what i want|i just want) (is|) to [SPEAK] [WITH] [WHOM]',
    '(this|it|my issue|this one) (needs|requires|is a job for|calls for|is for|must go to|should go to|has to be handled by) [WHOM]',
    '(i think|i guess|looks like|seems) (i|we) (need|want|will need) [WHOM]',
    "(i'd|i would|i'll) (be more comfortable|feel better|be happier|feel safer|prefer it) (with|talking to|speaking to|dealing with) [WHOM]",
    "(why won't you|why wont you|why can't i|why don't you|when will you|how come you don't) (let me|connect me|transfer me|give me|get me|talk to|put me through) (talk to|speak to|to|) [WHOM]",
    "(where is|where's|wheres|still no|still waiting on|you promised me|you said you'd get) (the|a|my|) (human|agent|person|live agent|rep|representative) (you promised|you said|for this chat|i asked for|then|)",
    "(you said|you told me) (you'd|you would|an agent would|someone would) (transfer me|connect me|join|take over|put me through|be with me)",
    '(how many times|how often|how much longer) (do i|must i|should i) (have to|need to|) (ask for|type|wait for|say|beg for) [WHOM]',
    "(i've|i have|i keep|already) (typed|asked for|requested|asking for|been asking for|said|been waiting for) [WHOM] (five times|three times|already|all day|for an hour|again)",
    '(can|could|may) (we|i) (talk|speak|do this|discuss it|sort it out|go over it) (on the phone|by phone|over the phone|on a call|by voice|in a call)',
    '(can|could|may) i (call|ring|phone) (someone|you|you guys|somebody|an agent|your team|a person)',
    '(call|ring|phone) (me|me back|back|my mobile|my cell|us) (please|asap|now|today|instead|to discuss|to sort this out)',
    '(have|get|ask|tell|let) (someone|somebody|a rep|an agent|one of your agents|your manager|a person|a technician) (to|) [HELPS]',
    '(someone|somebody|a person|a human|an agent) (needs to|has to|must|should|better) [HELPS]',
    '(no no|no no no|nope nope|stop stop|please please) [BARE]',
    "(i don't|i dont|i do not) (want to|wanna|wish to) (talk to|speak to|chat with|deal with) (you|you bot|you anymore|a program|software|an algorithm|a script)",
    '(something else|other|another thing|different issue|neither|none|no) (i need|i want|speak to|talk to|get me|connect me to) [WHOM]',
    '(two minutes|five minutes|a quick word|one minute) with [WHOM]',
    '(i need|i want|i would like) to (yell at|shout at|complain to|cry to|vent to|reason with|explain myself to|negotiate with) [WHOM]',
    '(is|are) there (a human being|anyone alive|an actual person|any people|a single human) (in that building|in your company|over there|at your end|behind all this i can talk to)',
    '(put me in touch|put me in contact|get me in touch|in touch) with [WHOM]',
    "(why|how come) (is there no|are there no|isn't there a|is nobody|can i not get a|do you have no) (human|real person|actual person|people|humans|real one) (here|answering|available|to talk to|on this chat|)",
    '(why am i|why do i have to be|how long must i keep) (talking to|chatting with|dealing with|typing to) [BOT]',
    '(turn|switch|shut) [THEBOT] (off|down)',
    '(hear|get|have) (it|an answer|this explained|the truth|an explanation) from [WHOM]',
    '(i want to|i would like to|let me|i need to) (hear|get|have) (it|an answer|an explanation) from [WHOM]',
    '(take over|jump in|step in|deal with this|join us|answer) [NOW] [WHOM]',
    '[TYPED]',
    '[TYPED]',
    '[TYPED] [NOW]',
  ],
  others: [
    '[HE] [DONE] (me|us|it|my account|my order|) [OFTEN]',
    '(your|an|the|that|one of your) [WORKER] [DONE] (me|to me|us|it|my account|my order) [OFTEN]',
    '(your|an|the|that|one of your) [WORKER]s (lied|never know anything|are rude|are great|keep hanging up|told me different things|should be trained)',
    '(i was|i have been|we were|i got) (on the phone with|on a call with|talking to|speaking with|transferred by|passed around by|lied to by|helped by|on hold with|told by|called by|cut off by|cut off while talking to|disconnected while speaking to) [PERSON] [OFTEN]',
    '(was told|i was told|they told me|it said|i got an email that) [PERSON] (would|will|was going to) (look into it|call|contact me|fix it|review it|get back to me) [OFTEN]',
    '[PEOPLEWORD] [THING]',
    '[PEOPLEWORD] (department|donation|trial|icon|degree|tool|settings|login|badge|fee|test|guide|course|manual|movie|game|mode|level|history|quality|minutes|ringtone|number|card|plan|page|referral|picture|size|rights)',
    '(tour|crane|night|camera|phone|tv|radio|lift|payment|mobile|forklift|sales|leasing|letting|travel|police|customs|insurance|escrow|shipping|store|office|bank|hotel|property|case of the) (operator|agent|manager|assistant|representative|advisor|supervisor|clerk)',
    '(contact|chat with|message|call|text|talk to|ask|email|write to|reach) (the|my|your) (seller|driver|host|courier|landlord|doctor|teacher|bank|merchant|buyer|vendor|school|owner of the house|delivery guy|neighbours|restaurant)',
    '(give me|just|wait|hold on) (a minute|a second|a sec|a moment|one moment|five minutes|some time)',
    '(i no longer need|cancel|i cancelled|i missed|ignore) (a|the|my|your) (callback|call back|call|call request|callback request)',
    '(i am|im|my wife is|my husband is|i work as) (an operator|a manager|a police agent|a rep|an advisor|a supervisor|a representative|in customer service|an agent) (at a call center|at a bank|of a store|for a company|myself|)',
    '(exit|back|menu|start over|cancel|stop|end|quit|restart|next|continue|done|none|neither|other|options|help|home|main menu|go back|skip)',
    '(how do i become|jobs for|salary of|how much does|apply for|vacancies for|i want to be|training for|careers as) (an agent|a customer service rep|operators|a supervisor|an advisor|a manager|a technician|customer service)',
    '(add|create|remove|delete|assign|configure|role of|permissions for|license for|pricing per) (an agent|operators|a supervisor|agents|an agent seat|a manager) (in the portal|to the dashboard|in the system|to my team|in the console)',
    '(do i need to|do i have to|must i|is it necessary to|should i) (speak to someone|call|talk to an agent|see an agent|come in person|talk to anybody) to (cancel|change my plan|activate it|buy|get a refund)',
    '(send|give|invite|refer|recommend|gift|lend|show|introduce) (a gift|flowers|money|my points|it|a link|the code|) (to someone|someone|a person|a friend|somebody special|another person|someone to my plan)',
    '(for|by|per|of|with) (a person|two people|someone special|another person|one person|someone else|a friend)',
    '(my|our|the) (boss|manager|supervisor|accountant|building manager|colleague|landlord|assistant|estate agent) (wants|needs|has|signed|says|is|asked for|cannot see) (a line|the invoice|the contract|a refund|the report|my data|the plan|a copy)',
    '(turn off|disable|set up|activate|skip|leave|exit|get out of|get past) (voicemail|call waiting|the assistant on my phone|the family plan|this month|the contract|the paywall|the group|roaming|the delivery)',
    '(is|are) (anyone|anybody|someone) else (having issues|without internet|affected|seeing this|using my account)',
    '(did|does|will|would|has) (someone|anybody|an agent|the driver|the technician|a person) (from your company|) (call|call me|called me|come|ring before|be there|pick it up|deliver)',
    '[VERB] [ITEM]',
    '[ISBOT] [WHAT]',
    '[ISBOT] [WHAT]',
    '[ISBOT] [WHAT] [NOW]',
    '[CALLFORM] [ISBOT] [WHAT]',
    '(do|does|did|can|will) (humans|people|a person|any human|anyone|someone|real people) (read this|see this|answer these|write these|read these messages|monitor this chat)',
    '[PASTS] [ANDTHEN]',
    '[PASTS] [ANDTHEN]',
    '[PASTS]',
    '(the|an|my|your|that|another|one) [WORKER] [PAST] [ANDTHEN]',
    '(the|an|my|your|that|another) [WORKER] (who came|who helped me|who called|at the store|from yesterday|on the phone|i spoke to) [PAST] [ANDTHEN]',
    '(i want to|i need to|how do i|let me) (complain|make a complaint|file a complaint|leave feedback|say thanks) (about|regarding|for) (the|your|an) [WORKER]',
    '(praise|compliment|report|thank|tip|rate) (the|your|my) [WORKER]',
    '(when is|where is|when will|why didnt|what time does|who is|is) (the|my|your) (technician|engineer|driver|courier|installer|plumber) (come|arrive|coming|arriving|here|there|late)',
    '(reschedule|cancel|move|confirm|book|change) (the|my) (technician|engineer|installer|driver) (visit|appointment|slot)',
    '[RECIPIENT] [CAN] [ERRAND]',
    '[CAN] [RECIPIENT] [ERRAND]',
    '(can i|i want to|how do i|i need to) [DEED] [ITEM] (to|for|with|from) [RECIPIENT]',
    '(can i|i want to|how do i|i need to|help me|please|id like to|where can i|i cant|could you|can you) [DEED] [ITEM]',
    '(can i|i want to|how do i|i need to|help me|please|id like to|where can i|i cant|could you|can you) [DEED] [ITEM] [NOW]',
    '[FAILED] (i want to|how do i|i need to|just let me|tell me how to) [DEED] [ITEM]',
    '[FAILED]',
    '[FAILED] [FAILED]',
    '[UNABLE] (how do i|help me|can you|i want to) [DEED] [ITEM]',
    '(give me|get me|send me|show me|pass me|forward me|put me down for|move me to|switch me to|transfer me|connect me to) [ITEM]',
    '(connect|transfer|switch|forward|escalate|pass|hand over|put|send) [ITEM] (to wifi|to my new number|to the cheaper plan|to my other account|to bluetooth|to a new address|online|back)',
    '[ITEM]',
    '[ITEM] [ITEM]',
    "[ITEM] (isnt working|is late|is wrong|never arrived|won't load|is too high|expired|is missing|was declined|keeps dropping|does not connect|went up)",
    '[FIXED]',
    '[FIXED]',
    '(i want|do you have|where is|i need|how much is|what is|open|change|i lost|use) [FIXED]',
    '[CALLFORM] (how much|when|where|what) (is|are|about|happened to) [ITEM]',
    "(don't call me|do not call me|stop calling me|no calls please|no need to call|please don't phone|i don't want a call|i don't want to be called|don't contact me|do not transfer me|don't transfer me|don't connect me|without calling|no phone calls) [NOW]",
    "(i'd rather chat with you|you are fine|i like you|i prefer the bot|you can help me|i prefer chatting here|keep it here) (than a person|no agents|not a human|i dont need anyone|than with an agent|no need for a human)",
    "(i am|i'm|im|we are|i am not) (human|a human|a person|a human being|a robot|only human|a customer) (not a robot|not a number|too|like you|and i deserve respect|)",
    '(no|without any|zero) (human|agent|agents|person|rep|operator) (needed|required|necessary|involved|thanks)',
    '(talk|speak|chat) to you (tomorrow|later|soon|again|when i know|next week)',
    '(good|nice|great|clever|smart|bad|silly) (bot|robot|service|support|agent|people|staff|chat)',
    '(i work with|i live with|i know|i travel with|i share the plan with|i am paying with) [RECIPIENT]',
    '(nobody|no one|someone|somebody|anybody|anyone) (told me|warned me|came|uses the line|paid|signed|will be home|can receive it|can call me because there is no signal|else having issues|else has this problem|can hear me)',
    '(how many|which|what|so many) (people|agents|devices|persons|users) (can connect|fit|use the plan|work for you|are affected|have this problem)',
    '(a strange number calls me|somebody called pretending to be you|a fake agent called|an agent asked for my password|someone keeps texting me|i get calls from a robot|robocalls) [ANDTHEN]',
    '(thanks|great|ok|perfect|all good) (an agent already helped me|someone already called me|a person sorted it|i spoke to someone|the technician came)',
  ],
}
