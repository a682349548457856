import type { enDirectory } from "../en/directory";

export const frDirectory = {
  "directory.title": "Les personnes",
  "directory.search": "Rechercher une personne",
  "directory.loading": "Chargement des personnes de l’entreprise…",
  "directory.nobody": "Personne d’autre n’a encore de téléphone ici.",
  "directory.noMatch": "Personne ne correspond à ce que vous avez saisi.",
  "directory.found.one": "{count} personne",
  "directory.found.other": "{count} personnes",
  "directory.show": "Afficher {name}",
  "directory.call": "Appeler {name}",
  "directory.card": "À propos de {name}",
  "directory.extension": "Poste",
  "directory.department": "Service",
  "directory.close": "Fermer",

  "presence.in-call": "En communication",
  "presence.ringing": "Sonne",
  "presence.do-not-disturb": "Ne pas déranger",
  "presence.available": "Disponible",
  "presence.asleep": "En veille : ne sonnera pas",
  "presence.unknown": "Inconnu pour l’instant",
  "presence.since": "{state} depuis {time}",
} as const satisfies Readonly<Record<keyof typeof enDirectory, string>>;
