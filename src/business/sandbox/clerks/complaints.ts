import type { COMPLAINT_VERBS } from '../../verbs/complaints.ts'
import { type AccountClerk, type Clerk, listed, refused } from '../counter.ts'
import { file } from './orders.ts'

/** About fifteen working days. */
const COMPLAINT_DAYS = 21
const CONTEST_DAYS = 7
const HELD_DAYS = 30

export const stopCalls: Clerk = ({ args, day, done }) => {
  const digits = String(args.callsPhone).replace(/\D/g, '')
  return digits.length < 7 ? refused('not-valid') : done('LLA', { callsEnd: day(1) })
}

export const complaintClerks: Record<Exclude<keyof typeof COMPLAINT_VERBS, 'stop-calls'>, AccountClerk> = {
  'file-complaint': (counter) => {
    const { made, args, day, done } = counter
    const about = String(args.complaintAbout)
    if (!file(counter, `complaint ${about} ${args.complaintText}`)) return refused('already-filed')
    const answerBy = day(COMPLAINT_DAYS)
    const outcome = done('QUE', { answerBy })
    made.complaints.push({ ref: outcome.ref, about, date: day(0), answerBy })
    return outcome
  },

  'find-complaint': ({ account, made, day, found }) => {
    const latest = made.complaints.at(-1)
    if (latest) {
      return found({
        complaintRef: latest.ref,
        complaintAbout: latest.about,
        complaintState: latest.answerBy < day(0) ? 'late' : 'open',
        complaintDate: latest.date,
        answerBy: latest.answerBy,
      })
    }
    if (!account.complaint) return refused('no-complaint')
    const { ref, about, state, daysAgo } = account.complaint
    return found({
      complaintRef: ref,
      complaintAbout: about,
      complaintState: state,
      complaintDate: day(-daysAgo),
      answerBy: day(COMPLAINT_DAYS - daysAgo),
    })
  },

  'find-notices': ({ account, day, found }) =>
    found(
      listed(
        'notice',
        account.notices.map(({ id, what, daysAgo, amount }) => ({
          Id: id,
          What: what,
          Date: day(-daysAgo),
          Amount: amount,
        })),
      ),
    ),

  'contest-notice': (counter) => {
    const notice = counter.account.notices.find((one) => one.id === counter.args.noticeId)
    if (!notice) return refused('no-such-notice')
    if (!file(counter, `contest ${notice.id}`)) return refused('already-contested')
    return counter.done('IMP', { answerBy: counter.day(CONTEST_DAYS), heldUntil: counter.day(HELD_DAYS) })
  },
}
