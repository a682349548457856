import { speak } from "../ui/words/language";

// What is tested speaks English, unless a test wants it otherwise.
await speak("en", "en-GB");
