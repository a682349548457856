/** The queues a person serves. */
export const enQueues = {
  "queues.label": "Queues",
  "queues.nobody": "Nobody waits",
  "queues.waiting": "{count} waiting, {longest}",
  "queues.duty": "Queue duty",
  "queues.on": "On duty",
  "queues.off": "Off duty",
  "queues.pause": "Pause",
  "queues.pause.none": "No pause",
  "queues.pause.break": "Break",
  "queues.pause.lunch": "Lunch",
  "queues.pause.meeting": "Meeting",
  "queues.pause.training": "Training",
  "queues.failed": "That did not reach the server. Try again.",
} as const;
