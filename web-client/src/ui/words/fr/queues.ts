import type { enQueues } from "../en/queues";

export const frQueues = {
  "queues.label": "Files d’attente",
  "queues.nobody": "Personne n’attend",
  "queues.waiting": "{count} en attente, depuis {longest}",
  "queues.duty": "Service des files d’attente",
  "queues.on": "En service",
  "queues.off": "Pas en service",
  "queues.pause": "Pause",
  "queues.pause.none": "Pas de pause",
  "queues.pause.break": "Courte pause",
  "queues.pause.lunch": "Déjeuner",
  "queues.pause.meeting": "Réunion",
  "queues.pause.training": "Formation",
  "queues.failed": "Le serveur n’a rien reçu. Réessayez.",
} as const satisfies Readonly<Record<keyof typeof enQueues, string>>;
