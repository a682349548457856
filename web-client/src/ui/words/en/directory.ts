/** The people of the company: finding them, how each is, calling them. */
export const enDirectory = {
  "directory.title": "People",
  "directory.search": "Search people",
  "directory.loading": "Loading the people of the company…",
  "directory.nobody": "Nobody else has a phone here yet.",
  "directory.noMatch": "Nobody is found for what you typed.",
  "directory.found.one": "{count} person",
  "directory.found.other": "{count} people",
  "directory.show": "Show {name}",
  "directory.call": "Call {name}",
  "directory.card": "About {name}",
  "directory.extension": "Extension",
  "directory.department": "Department",
  "directory.close": "Close",

  "presence.in-call": "In call",
  "presence.ringing": "Ringing",
  "presence.do-not-disturb": "Do not disturb",
  "presence.available": "Available",
  "presence.asleep": "Asleep: will not ring",
  "presence.unknown": "Not known now",
  "presence.since": "{state} since {time}",
} as const;
