/** The id on the page of a part of a message. Pure. */
export function partId(message: string, part: string): string {
  return `message-${message}-${part}`;
}
