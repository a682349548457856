import type { Phone } from "../phone/phone";
import { keypadKeys, type Screen } from "./screen";
import { shortcutOf, writesText, type Shortcut } from "./shortcuts";

/** Does what a key press asks for. */
export function perform(event: KeyboardEvent, phone: Phone, screen: Screen): void {
  const typing = writesText(event.target);
  if (typing) screen.typed();
  else if (goesToKeypad(event, screen)) {
    event.preventDefault();
    screen.press(event.key);
    return;
  }
  const shortcut = shortcutOf(event, typing, screen.shortcuts.value && !screen.help.value);
  if (shortcut === undefined) return;
  if (shortcut.kind !== "escape") event.preventDefault();
  act(shortcut, phone, screen);
}

/** While the keypad is open, the keyboard's digits are its keys and no shortcuts. */
function goesToKeypad(event: KeyboardEvent, screen: Screen): boolean {
  const held = event.altKey || event.ctrlKey || event.metaKey;
  return screen.keypad.value !== null && !held && keypadKeys.some((key) => key === event.key);
}

function act(shortcut: Shortcut, phone: Phone, screen: Screen): void {
  const ringing = phone.state.ringing.value[0]?.key;
  switch (shortcut.kind) {
    case "number":
      screen.focusNumber();
      return;
    case "answer":
      if (ringing !== undefined) void phone.calls.answer(ringing);
      return;
    case "decline":
      if (ringing !== undefined) void phone.calls.hangUp(ringing);
      return;
    case "choose":
      choose(shortcut.place, phone, screen);
      return;
    case "help":
      screen.help.value = true;
      return;
    case "escape":
      escape(phone, screen);
      return;
    case "mute":
    case "hold":
    case "keypad":
      actOnCall(shortcut.kind, phone, screen);
      return;
    default:
      shortcut satisfies never;
  }
}

function actOnCall(kind: "mute" | "hold" | "keypad", phone: Phone, screen: Screen): void {
  const call = phone.state.onStage.value;
  if (call?.media !== "here") return;
  const held = call.state === "on-hold";
  if (call.state !== "in-call" && !held) return;
  if (kind === "mute") phone.calls.mute(call.key, !call.muted);
  else if (kind === "hold") void (held ? phone.calls.resume(call.key) : phone.calls.hold(call.key));
  else if (!held) screen.toggleKeypad(call.key);
}

function choose(place: number, phone: Phone, screen: Screen): void {
  const call = phone.state.calls.value[place];
  if (call === undefined) return;
  phone.state.choose(call.key);
  screen.view.value = "call";
}

/** Closes the topmost thing that is open. */
function escape(phone: Phone, screen: Screen): void {
  if (screen.keypad.value !== null) screen.keypad.value = null;
  else if (phone.state.onStage.value !== undefined) screen.view.value = "call";
}
