import type { enGreetings } from "../en/greetings";

export const frGreetings = {
  "greetings.title": "Messages d’accueil et nom",
  "greetings.loading": "Chargement des messages d’accueil…",
  "greetings.unread": "Les messages d’accueil n’ont pas pu être chargés : refermez cette partie, puis rouvrez-la.",
  "greetings.mine": "Votre messagerie vocale",
  "greetings.of": "Messagerie vocale : {box}",
  "greetings.usual": "Message d’accueil habituel",
  "greetings.absent": "Message d’absence",
  "greetings.standard": "standard",
  "greetings.own": "personnel, {length}",
  "greetings.play": "Écouter : {greeting}",
  "greetings.pause": "Pause : {greeting}",
  "greetings.delete": "Supprimer : {greeting}",
  "greetings.mute": "Le message d’accueil n’a pas pu être lu : réessayez",
  "greetings.here": "Aucune absence n’est saisie : les appelants entendent le message d’accueil habituel.",
  "greetings.away": "Absence jusqu’à la fin du",
  "greetings.away.save": "Enregistrer la date",
  "greetings.away.end": "Mettre fin à l’absence",
  "greetings.away.until": "Les appelants entendent le message d’absence jusqu’à la fin du {day}.",
  "greetings.date-wrong": "Choisissez un jour à partir d’aujourd’hui, dans deux ans au plus tard.",
  "greetings.failed": "Cela n’a pas pu être enregistré : réessayez",
  "greetings.record": "Enregistrer par téléphone",
  "greetings.record.how":
    "Appelle le {dial}. Tapez 0 pour les options, puis 1 pour le message habituel ou 2 pour le message d’absence.",
  "greetings.no-code":
    "Votre entreprise n’a pas de numéro qui ouvre les messageries vocales : rien ne peut donc être enregistré.",

  "pin.title": "Écouter ses messages depuis tout téléphone",
  "pin.set":
    "Vous avez un code. De l’extérieur, appelez le numéro de messagerie vocale de votre entreprise, puis tapez votre poste et ce code.",
  "pin.unset":
    "Vous n’avez pas encore de code. Avec un code, vous écoutez vos messages depuis tout téléphone, par le numéro de messagerie vocale de votre entreprise.",
  "pin.new": "Nouveau code, de 4 à 8 chiffres",
  "pin.save": "Enregistrer le code",
  "pin.saved": "Code enregistré",
  "pin.length": "Un code a de 4 à 8 chiffres et rien d’autre.",
  "pin.trivial": "C’est le premier code que quelqu’un essaierait : évitez les suites et les répétitions.",
  "pin.extension": "C’est votre poste, que tout le monde connaît : choisissez un autre code.",
  "pin.failed": "Le code n’a pas pu être enregistré : réessayez",

  "name.title": "Votre nom",
  "name.none": "pas enregistré : il est épelé",
  "name.record": "Enregistrer votre nom au micro",
  "name.stop": "Arrêter",
  "name.recording": "Enregistrement : dites votre nom",
  "name.preview": "Votre nom tel qu’enregistré",
  "name.save": "Garder ce nom",
  "name.too-long": "Un nom dure cinq secondes au plus",
  "name.record.how":
    "Appelle le {dial}. Tapez 0 pour les options, puis 1 pour le message habituel, 2 pour le message d’absence ou 5 pour votre nom.",
} as const satisfies Readonly<Record<keyof typeof enGreetings, string>>;
