import type { enApp } from "../en/app";

export const frApp = {
  "app.name": "Sonnerie",
  "app.demo": "démonstration, sur cet ordinateur seulement",
  "app.offline": "Pas de connexion. Nouvelle tentative…",
  "app.tooManyPages": "Votre téléphone est ouvert dans trop de pages. Fermez-en quelques-unes, puis rechargez celle-ci.",
  "app.noPhone": "Ce compte n’a pas de téléphone. Déconnectez-vous, puis connectez-vous avec un compte qui en a un.",

  "title.calling": "{name} vous appelle",
  "title.state": "{name} : {state}",

  "nav.label": "Rubriques",
  "nav.calls": "Appels",
  "nav.reception": "Accueil",
  "nav.directory": "Annuaire",
  "nav.voicemail": "Messagerie",
  "nav.conference": "Conférence",
  "nav.devices": "Appareils",
  "nav.settings": "Réglages",
  "nav.more": "Plus",
  "nav.many": "99+",
  "nav.me": "Mon téléphone",
  "nav.signOut": "Se déconnecter",
  "nav.shortcuts": "Raccourcis",

  "finder.label": "Numéro ou nom",
  "finder.suggestions": "Personnes",
  "finder.call": "Appeler",

  "availability.label": "Disponibilité",
  "availability.available": "Disponible",
  "availability.away": "Ne pas déranger",
  "availability.connecting": "Connexion",
  "availability.asked": "Votre navigateur demande le micro : autorisez-le",

  "obstacle.sound-locked": "Ne peut pas sonner : le son est bloqué, cliquez ici",
  "obstacle.microphone-denied": "Ne peut pas sonner : le micro n’est pas autorisé",
  "obstacle.microphone-missing": "Ne peut pas sonner : aucun micro trouvé",

  "empty.text": "Aucun appel. Saisissez un numéro ou un nom, ou attendez que le téléphone sonne.",
  "empty.button": "Saisir un numéro",

  "shortcuts.title": "Raccourcis clavier",
  "shortcuts.enabled": "Utiliser ces touches",
  "shortcuts.never": "Elles n’agissent jamais pendant que vous écrivez.",
  "shortcuts.number": "Aller au numéro",
  "shortcuts.answer": "Répondre ; pendant un appel, ajouter une personne ; pendant une annonce, réunir les appels",
  "shortcuts.decline": "Refuser ; pendant une annonce, revenir à l’appelant",
  "shortcuts.transfer": "Transférer ; pendant une annonce, terminer le transfert",
  "shortcuts.choose": "Choisir un appel",
  "shortcuts.help": "Afficher cette aide",
  "shortcuts.escape": "Fermer ce qui est ouvert",

  "app.account": "Votre compte : mot de passe, second facteur, où vous êtes connecté",
  "theme.title": "Apparence",
  "theme.system": "Comme l’ordinateur",
  "theme.light": "Clair",
  "theme.dark": "Sombre",

  "language.title": "Langue",
  "language.en": "English",
  "language.fr": "Français",
  "language.failed": "Cette langue n’a pas pu être chargée : rechargez la page, puis réessayez",
} as const satisfies Readonly<Record<keyof typeof enApp, string>>;
