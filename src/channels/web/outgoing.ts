import type { MessageLine } from '../../turn/line.ts'
import type {
  Account,
  ActivityAttachment,
  ConversationStatus,
  EchoData,
  MessageActivity,
  ReadActivity,
  SaidData,
  StateActivity,
  TypingActivity,
} from './activity.ts'

/** What is needed to show a conversation's lines to its customer. */
export interface Viewer {
  conversationId: string
  userId: string
  /** The header as it is now; goes with everything said. */
  status: ConversationStatus
  /** Where the customer reads an upload. */
  fileUrl(uploadId: string): string | undefined
}

/** Direct Line's id of a message: sortable, and its place in the conversation. */
export function activityId(conversationId: string, seq: number): string {
  return `${conversationId}|${String(seq).padStart(7, '0')}`
}

/** A line as the customer's client gets it. */
export function messageActivity(line: MessageLine & { seq: number }, viewer: Viewer): MessageActivity {
  const attachments = line.attachments?.map((file): ActivityAttachment => {
    const contentUrl = file.uploadId === undefined ? undefined : viewer.fileUrl(file.uploadId)
    return {
      contentType: file.contentType,
      ...(contentUrl === undefined ? {} : { contentUrl }),
      ...(file.name === undefined ? {} : { name: file.name }),
      ...(file.bytes === undefined ? {} : { size: file.bytes }),
    }
  })
  return {
    type: 'message',
    id: activityId(viewer.conversationId, line.seq),
    timestamp: new Date(line.at).toISOString(),
    channelId: 'directline',
    conversation: { id: viewer.conversationId },
    from: accountOf(line, viewer),
    text: line.text,
    // Never markdown: what is said is shown as it was written.
    textFormat: 'plain',
    ...(attachments ? { attachments } : {}),
    ...(line.buttons && line.buttons.length > 0 ? { suggestedActions: suggestions(line.buttons) } : {}),
    channelData: {
      // The client recognises its own message by it; without it, Web Chat says "send failed".
      ...(line.clientId === undefined ? {} : { clientActivityID: line.clientId }),
      'webchat:sequence-id': line.seq,
      escotilla: line.from.kind === 'customer' ? echoData(line) : saidData(line, viewer.status),
    },
  }
}

function suggestions(buttons: readonly { label: string }[]): MessageActivity['suggestedActions'] {
  return { actions: buttons.map(({ label }) => ({ type: 'imBack', title: label, value: label })) }
}

function accountOf(line: MessageLine, viewer: Viewer): Account {
  switch (line.from.kind) {
    case 'customer':
      return { id: viewer.userId, role: 'user' }
    case 'agent':
      // The agent's account is the desk's own affair; the customer knows a name.
      return { id: 'agent', name: line.from.name, role: 'bot' }
    default:
      return { id: line.from.kind, role: 'bot' }
  }
}

function echoData(line: MessageLine & { seq: number }): EchoData {
  return {
    from: 'customer',
    seq: line.seq,
    ...(line.action ? { action: line.action } : {}),
    ...(line.actionValue === undefined ? {} : { value: line.actionValue }),
  }
}

function saidData(line: MessageLine & { seq: number }, status: ConversationStatus): SaidData {
  const from = line.from.kind === 'customer' ? 'system' : line.from.kind
  return {
    ...status,
    from,
    seq: line.seq,
    ...(line.receipt ? { receipt: line.receipt } : {}),
    ...(line.caseKey !== undefined && status.caseKey === undefined ? { caseKey: line.caseKey } : {}),
  }
}

export function stateActivity(conversationId: string, status: ConversationStatus): StateActivity {
  return {
    type: 'event',
    name: 'escotilla.state',
    conversation: { id: conversationId },
    from: { id: 'system', role: 'bot' },
    channelData: { escotilla: status },
  }
}

export function typingActivity(
  conversationId: string,
  from: 'bot' | 'agent',
  name: string | undefined,
): TypingActivity {
  return {
    type: 'typing',
    conversation: { id: conversationId },
    from: { id: from, role: 'bot', ...(name === undefined ? {} : { name }) },
    channelData: { escotilla: { from } },
  }
}

/** The agent has read up to `seq`. */
export function readActivity(conversationId: string, seq: number): ReadActivity {
  return {
    type: 'event',
    name: 'escotilla.read',
    conversation: { id: conversationId },
    from: { id: 'agent', role: 'bot' },
    value: { seq },
  }
}
