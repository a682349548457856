/** The sentences about the person's own name, said in his own voice. */
export const enName = {
  "name.title": "Your name",
  "name.none": "not recorded: it is spelled",
  "name.record": "Record name",
  "name.stop": "Stop",
  "name.recording": "Recording: say your name",
  "name.preview": "Your name as recorded",
  "name.save": "Save name",
  "name.too-long": "A name lasts at most five seconds",
  "name.record.how":
    "Calls {dial}. Press 0 for the options, then 1 for the usual or 2 for the absent greeting, 5 for your name.",
} as const;
