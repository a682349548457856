import { frApp } from "./fr/app";
import { frCalls } from "./fr/calls";
import { frContacts } from "./fr/contacts";
import { frDevices } from "./fr/devices";
import { frDirectory } from "./fr/directory";
import { frGreetings } from "./fr/greetings";
import { frPrompts } from "./fr/prompts";
import { frQueues } from "./fr/queues";
import { frReach } from "./fr/reach";
import { frReadiness } from "./fr/readiness";
import { frReports } from "./fr/reports";
import { frReception } from "./fr/reception";
import { frRooms } from "./fr/rooms";
import { frTransfer } from "./fr/transfer";
import { frVoicemail } from "./fr/voicemail";

/** The same in French. */
export const fr = {
  ...frApp,
  ...frCalls,
  ...frQueues,
  ...frTransfer,
  ...frVoicemail,
  ...frGreetings,
  ...frReach,
  ...frDirectory,
  ...frContacts,
  ...frDevices,
  ...frReadiness,
  ...frReports,
  ...frReception,
  ...frRooms,
  ...frPrompts,
} as const;
