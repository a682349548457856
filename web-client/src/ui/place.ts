/** What the list shows; each has a link in the rail. */
export const places = ["calls", "reception", "directory", "voicemail", "conference", "devices", "settings"] as const;
export type Place = (typeof places)[number];

/** The place that the address names behind its #; `Calls` if it names none. Pure. */
export function placeOf(hash: string): Place {
  return places.find((place) => hash === `#${place}`) ?? "calls";
}
