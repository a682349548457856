import type { enTransfer } from "../en/transfer";

export const frTransfer = {
  "transfer.to": "Transférer à",
  "transfer.note": "Note",
  "transfer.note-help": "La personne qui reçoit l’appel la lit.",
  "transfer.now": "Transférer directement",
  "transfer.to-voicemail": "Vers la messagerie vocale",
  "transfer.ask-first": "Transférer après annonce",
  "transfer.nobody": "Saisissez d’abord un numéro ou un nom",
  "transfer.not-there": "L’appel ne peut pas être transféré là",

  "add.who": "Personne à ajouter",
  "add.ask": "Inviter dans l’appel",
  "add.not-there": "Cette personne ne peut pas être ajoutée",

  "consult.label": "Annonce à {name}",
  "consult.waiting": "En attente : {name}",
  "consult.announced": "{name} : {state}",
  "consult.complete": "Terminer le transfert",
  "consult.cancel": "Annuler le transfert",
  "consult.join": "Réunir les appels",

  "card.transferred": "Transféré par {name}",
  "card.consultation": "{asker} vous consulte au sujet d’un appel : {name}",
  "card.returned": "Retour : {name} n’a pas pris l’appel",
  "card.returned.slot": "Retour du parcage {slot}",
} as const satisfies Readonly<Record<keyof typeof enTransfer, string>>;
