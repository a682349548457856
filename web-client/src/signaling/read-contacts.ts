import type { Contact } from "./contacts";
import { Members, readable } from "./members";

/** Undefined if the text is not what the protocol says. */
export function readContacts(text: string): readonly Contact[] | undefined {
  return readable(() => new Members(JSON.parse(text)).list("contacts", contact));
}

/** Undefined if the text is no contact. */
export function readContact(text: string): Contact | undefined {
  return readable(() => contact(new Members(JSON.parse(text))));
}

function contact(from: Members): Contact {
  return {
    id: from.text("id"),
    name: from.text("name"),
    company: from.text("company"),
    note: from.text("note"),
    numbers: from.list("numbers", (number) => ({
      label: number.text("label"),
      number: number.text("number"),
      shownAs: number.texts("shownAs"),
    })),
  };
}
