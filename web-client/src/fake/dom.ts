/** As much of a browser's document as Preact needs to draw a page and draw it again. */
class FakeNode {
  parentNode: FakeNode | null = null;
  readonly childNodes: FakeNode[] = [];

  get firstChild(): FakeNode | null {
    return this.childNodes[0] ?? null;
  }

  get nextSibling(): FakeNode | null {
    const around = this.parentNode?.childNodes ?? [];
    return around[around.indexOf(this) + 1] ?? null;
  }

  insertBefore(node: FakeNode, before: FakeNode | null): void {
    node.remove();
    const place = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
    this.childNodes.splice(place, 0, node);
    node.parentNode = this;
  }

  remove(): void {
    const around = this.parentNode?.childNodes ?? [];
    if (around.includes(this)) around.splice(around.indexOf(this), 1);
    this.parentNode = null;
  }
}

class FakeText extends FakeNode {
  readonly nodeType = 3;

  constructor(public data: string) {
    super();
  }
}

/** An element that keeps what is set on it; it is never seen, so showing and focusing it does nothing. */
export class FakeDomElement extends FakeNode {
  readonly nodeType = 1;
  readonly namespaceURI = "http://www.w3.org/1999/xhtml";
  readonly #attributes = new Map<string, string>();

  constructor(readonly localName: string) {
    super();
  }

  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(name, String(value));
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }

  addEventListener(): void {
    // Nobody presses anything here.
  }

  removeEventListener(): void {
    // As above.
  }

  querySelector(): null {
    return null;
  }

  focus(): void {
    // As above.
  }

  show(): void {
    // As above.
  }

  showModal(): void {
    // As above.
  }

  scrollIntoView(): void {
    // As above.
  }

  /** All that a reader sees or is told: texts, and the attributes that hold words. */
  words(): string[] {
    const told = ["aria-label", "title", "placeholder"].map((name) => this.#attributes.get(name) ?? "");
    const within = this.childNodes.flatMap((child) => (child instanceof FakeDomElement ? child.words() : [textOf(child)]));
    return [...told, ...within].filter((words) => words !== "");
  }
}

function textOf(node: FakeNode): string {
  return node instanceof FakeText ? node.data : "";
}

/** What stands for `document`. */
export const fakeDocument = {
  createElement: (name: string) => new FakeDomElement(name),
  createElementNS: (_: string, name: string) => new FakeDomElement(name),
  createTextNode: (text: string) => new FakeText(text),
  querySelector: () => null,
};
