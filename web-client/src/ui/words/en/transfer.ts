/** Handing a call on, and somebody asked first. */
export const enTransfer = {
  "transfer.to": "Transfer to",
  "transfer.note": "Note",
  "transfer.note-help": "Whoever gets the call reads it.",
  "transfer.now": "Transfer now",
  "transfer.to-voicemail": "To voicemail",
  "transfer.ask-first": "Ask first",
  "transfer.nobody": "Type a number or a name first",
  "transfer.not-there": "The call cannot be transferred there",

  "add.who": "Person to add",
  "add.ask": "Ask to join",
  "add.not-there": "This person cannot be added",

  "consult.label": "Asking {name}",
  "consult.waiting": "Waiting: {name}",
  "consult.announced": "{name}: {state}",
  "consult.complete": "Complete transfer",
  "consult.cancel": "Cancel transfer",
  "consult.join": "Join calls",

  "card.transferred": "Transferred by {name}",
  "card.consultation": "{asker} asks about {name}",
  "card.returned": "Back: {name} did not take it",
  "card.returned.slot": "Back from {slot}",
} as const;
