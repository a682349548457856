/** What stands around everything: the places, the box to call from, whether the phone can ring, keys. */
export const enApp = {
  "app.name": "Sonnerie",
  "app.demo": "demo, this computer only",
  "app.offline": "Not connected. Trying again…",
  "app.tooManyPages": "Your phone is open in too many pages. Close some of them, then load this one again.",
  "app.noPhone": "This account has no phone. Sign out, and sign in as somebody who has one.",

  "title.calling": "{name} is calling",
  "title.state": "{name}: {state}",

  "nav.label": "Places",
  "nav.calls": "Calls",
  "nav.reception": "Reception",
  "nav.directory": "Directory",
  "nav.voicemail": "Voicemail",
  "nav.conference": "Conference",
  "nav.devices": "Devices",
  "nav.settings": "Settings",
  "nav.more": "More",
  "nav.many": "99+",
  "nav.me": "My phone",
  "nav.signOut": "Sign out",
  "nav.shortcuts": "Shortcuts",

  "finder.label": "Number or name",
  "finder.suggestions": "People",
  "finder.call": "Call",

  "availability.label": "Availability",
  "availability.available": "Available",
  "availability.away": "Do not disturb",
  "availability.connecting": "Connecting",
  "availability.asked": "Your browser asks about the microphone: allow it",

  "obstacle.sound-locked": "Cannot ring: sound is locked, click here",
  "obstacle.microphone-denied": "Cannot ring: the microphone is not allowed",
  "obstacle.microphone-missing": "Cannot ring: no microphone was found",

  "empty.text": "No call. Type a number or a name, or wait for the phone to ring.",
  "empty.button": "Enter a number",

  "shortcuts.title": "Keyboard shortcuts",
  "shortcuts.enabled": "Use these keys",
  "shortcuts.never": "They never act while you type.",
  "shortcuts.number": "Go to the number",
  "shortcuts.answer": "Answer; while you talk, add a person; while you ask one, join all",
  "shortcuts.decline": "Decline; while you ask somebody, go back to the caller",
  "shortcuts.transfer": "Transfer; while you ask somebody, complete the transfer",
  "shortcuts.choose": "Choose a call",
  "shortcuts.help": "Show this help",
  "shortcuts.escape": "Close what is open",

  "app.account": "Your account: password, second factor, where you are signed in",
  "theme.title": "Appearance",
  "theme.system": "As the computer has it",
  "theme.light": "Light",
  "theme.dark": "Dark",

  "language.title": "Language",
  "language.en": "English",
  "language.fr": "Français",
  "language.failed": "This language could not be loaded: load the page again, then try once more",
} as const;
