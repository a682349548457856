import type { ComponentChildren, FunctionComponent, VNode } from "preact";

/** An element of a component's markup: what a reader of the page finds. */
export interface FakeElement {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  /** All the text in it. */
  readonly text: string;
}

/** The elements of a tree, outermost first, its components called as functions: no component in it may use hooks. */
export function elementsOf(node: ComponentChildren): readonly FakeElement[] {
  if (Array.isArray(node)) return node.flatMap((child: ComponentChildren) => elementsOf(child));
  if (!isElement(node)) return [];
  const { type, props } = node;
  if (typeof type === "function") return elementsOf((type as FunctionComponent)(props));
  return [{ type, props, text: textOf(node) }, ...elementsOf(props.children)];
}

function textOf(node: ComponentChildren): string {
  if (Array.isArray(node)) return node.map((child: ComponentChildren) => textOf(child)).join("");
  if (!isElement(node)) return typeof node === "string" || typeof node === "number" ? `${node}` : "";
  const { type, props } = node;
  return textOf(typeof type === "function" ? ((type as FunctionComponent)(props)) : props.children);
}

function isElement(node: ComponentChildren): node is VNode<{ children?: ComponentChildren }> {
  return typeof node === "object" && node !== null && "type" in node;
}
