import { enApp } from "./en/app";
import { enCalls } from "./en/calls";
import { enContacts } from "./en/contacts";
import { enDevices } from "./en/devices";
import { enDirectory } from "./en/directory";
import { enGreetings } from "./en/greetings";
import { enPrompts } from "./en/prompts";
import { enQueues } from "./en/queues";
import { enReach } from "./en/reach";
import { enReadiness } from "./en/readiness";
import { enReports } from "./en/reports";
import { enReception } from "./en/reception";
import { enRooms } from "./en/rooms";
import { enTransfer } from "./en/transfer";
import { enVoicemail } from "./en/voicemail";

/** Everything the phone says in English. `{name}` stands for what the page puts in. */
export const en = {
  ...enApp,
  ...enCalls,
  ...enQueues,
  ...enTransfer,
  ...enVoicemail,
  ...enGreetings,
  ...enReach,
  ...enDirectory,
  ...enContacts,
  ...enDevices,
  ...enReadiness,
  ...enReports,
  ...enReception,
  ...enRooms,
  ...enPrompts,
} as const;
