import type { enReports } from "../en/reports";

export const frReports = {
  "report.call": "Signaler cet appel",
  "report.change": "Modifier le signalement",
  "report.what": "Qu’est-ce qui n’allait pas ?",
  "report.what.heard-nothing": "Je n’entendais pas mon correspondant",
  "report.what.not-heard": "Mon correspondant ne m’entendait pas",
  "report.what.crackled": "Le son grésillait ou se coupait",
  "report.what.broke-off": "L’appel a été coupé",
  "report.what.echo": "Il y avait de l’écho",
  "report.what.other": "Autre chose",
  "report.note": "Remarque (facultative)",
  "report.note-help": "500 caractères au plus. Votre administrateur la lira.",
  "report.send": "Envoyer",
  "report.cancel": "Annuler",
  "report.sent": "Signalé. Votre administrateur le voit avec le récit de l’appel.",
  "report.refused": "Rien n’est encore envoyé : voyez ci-dessus.",
  "report.failed": "Le signalement n’a pas pu être envoyé. Vérifiez votre connexion, puis réessayez.",
  "report.no-such-call":
    "Le serveur n’a pas cet appel parmi ceux qui sont terminés, peut-être parce qu’il continue sans vous. Réessayez dans un instant.",
  "report.flaw.empty": "Choisissez ce qui n’allait pas",
  "report.flaw.too-long": "500 caractères au plus",
} as const satisfies Readonly<Record<keyof typeof enReports, string>>;
