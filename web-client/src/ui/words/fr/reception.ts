import type { enReception } from "../en/reception";

export const frReception = {
  "reception.waiting": "En attente",
  "reception.nobody-waits": "Personne ne vous attend.",
  "reception.answer": "Répondre à {name}",
  "reception.decline": "Refuser {name}",
  "reception.resume": "Reprendre {name}",
  "reception.retrieve": "Reprendre {name}",
  "reception.retrieve-short": "Reprendre",

  "reception.search": "Nom, service ou numéro",
  "reception.outside": "Extérieur",
  "reception.type": "Tapez deux lettres d’un nom, puis Entrée.",
  "reception.enter-answers": "Entrée répond à {name}.",
  "reception.enter-calls": "Entrée appelle {name}.",
  "reception.enter-picks": "Entrée choisit {name}, puis T transfère.",
  "reception.letters-settle": "T termine le transfert, A réunit les appels, D revient à l’appelant.",

  "reception.picked": "{name} : que faire ?",
  "reception.hand-on": "Passer {caller} à {name}",
  "reception.transfer-now": "Transférer",
  "reception.ask-first": "Après annonce",
  "reception.voicemail": "Messagerie vocale",
  "reception.note": "Avec une note",
  "reception.transferred": "{caller} : transféré à {name}.",
  "reception.to-voicemail": "{caller} : passé à la messagerie de {name}.",

  "shortcuts.reception": "Dans la rubrique Accueil",
  "shortcuts.everywhere": "Partout",
  "shortcuts.reception.enter": "Répondre à qui sonne ; après des lettres, choisir la personne trouvée ou l’appeler",
  "shortcuts.reception.arrows": "Parcourir les personnes ; ← sans rien de saisi : vers les appels en attente",
  "shortcuts.reception.ask": "Annoncer d’abord l’appel à la personne choisie",
  "shortcuts.reception.voicemail": "Vers la messagerie de la personne choisie",
  "shortcuts.reception.note": "Transférer avec une note",
  "shortcuts.reception.call": "Appeler la personne choisie",
  "shortcuts.reception.waiting": "Aller à un appel en attente",
  "shortcuts.reception.escape": "Quitter la recherche pour que les lettres agissent ; y revenir",
} as const satisfies Readonly<Record<keyof typeof enReception, string>>;
