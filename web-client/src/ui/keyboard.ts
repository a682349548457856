import { talks, type Consult, type PhoneCall } from "../phone/call";
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
  if (screen.place.value === "reception" && !screen.help.value && screen.reception.press(event)) {
    event.preventDefault();
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
      else actOnCall("add", phone, screen);
      return;
    case "decline":
      if (ringing !== undefined) void phone.calls.hangUp(ringing);
      else goBack(phone);
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
    case "transfer":
    case "park":
    case "record":
      actOnCall(shortcut.kind, phone, screen);
      return;
    default:
      shortcut satisfies never;
  }
}

function actOnCall(kind: "mute" | "hold" | "keypad" | "transfer" | "park" | "record" | "add", phone: Phone, screen: Screen): void {
  const call = phone.state.onStage.value;
  if (call === undefined || !talks(call)) return;
  const held = call.state === "on-hold";
  switch (kind) {
    case "mute":
      phone.calls.mute(call.key, !call.muted);
      return;
    case "hold":
      void (held ? phone.calls.resume(call.key) : phone.calls.hold(call.key));
      return;
    case "keypad":
      if (!held) screen.toggleKeypad(call.key);
      return;
    case "transfer":
    case "add":
      if (call.consult === null) screen.toggleHandOver({ key: call.key, kind });
      else settle(call, call.consult, kind, phone);
      return;
    case "park":
      if (call.consult === null) void phone.transfers.park(call.key);
      return;
    case "record":
      void phone.recorder.toggle(call.key);
      return;
    default:
      kind satisfies never;
  }
}

/** Somebody is asked: the call is his, or all three talk. */
function settle({ key }: PhoneCall, { state }: Consult, kind: "transfer" | "add", { transfers }: Phone): void {
  if (kind === "transfer" && (state === "ringing" || state === "in-call")) void transfers.complete(key);
  if (kind === "add" && state === "in-call") void transfers.join(key);
}

/** Somebody is asked: no longer. */
function goBack({ state, transfers }: Phone): void {
  const call = state.onStage.value;
  if (call !== undefined && talks(call) && call.consult !== null) void transfers.cancel(call.key);
}

function choose(place: number, phone: Phone, screen: Screen): void {
  const call = phone.state.calls.value[place];
  if (call === undefined) return;
  phone.state.choose(call.key);
  screen.view.value = "call";
}

/** Closes the topmost thing that is open. */
function escape(phone: Phone, screen: Screen): void {
  if (screen.handOver.value !== null) screen.closeHandOver(screen.handOver.value);
  else if (screen.keypad.value !== null) screen.keypad.value = null;
  else if (screen.forwarding.value !== null) screen.closeForward(screen.forwarding.value);
  else if (screen.person.value !== null) screen.closePerson();
  else if (phone.state.onStage.value !== undefined) screen.view.value = "call";
}
