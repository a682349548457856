/** How a call was, once it is over: what the server says of its sound, and what a person reports. */
export const enReports = {
  "report.call": "Report this call",
  "report.change": "Change the report",
  "report.what": "What was wrong?",
  "report.what.heard-nothing": "I did not hear the other side",
  "report.what.not-heard": "The other side did not hear me",
  "report.what.crackled": "It crackled or dropped out",
  "report.what.broke-off": "The call broke off",
  "report.what.echo": "Echo",
  "report.what.other": "Something else",
  "report.note": "Note (optional)",
  "report.note-help": "At most 500 characters. Your administrator reads it.",
  "report.send": "Send",
  "report.cancel": "Cancel",
  "report.sent": "Reported. Your administrator sees it with the call's story.",
  "report.refused": "Nothing was sent yet: see above.",
  "report.failed": "The report could not be sent. Check your connection, then try again.",
  "report.no-such-call":
    "The server does not have this call among those that are over, perhaps because it goes on without you. Try again in a moment.",
  "report.flaw.empty": "Choose what was wrong",
  "report.flaw.too-long": "At most 500 characters",
} as const;
