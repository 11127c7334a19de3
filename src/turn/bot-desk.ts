/** What a turn needs to know of the house: dialogs, texts, limits, time zone. Built once at start. */
export interface BotDesk {
  company: string
  timeZone: string
}
