import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

/** What was recorded or chosen, to be heard before it is kept. */
export function SoundPreview({ sound, label }: { readonly sound: Blob | null; readonly label: string }): JSX.Element | null {
  const [address, setAddress] = useState("");
  useEffect(() => {
    if (sound === null) {
      setAddress("");
      return undefined;
    }
    const made = URL.createObjectURL(sound);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [sound]);
  return address === "" ? null : <audio controls src={address} aria-label={label} />;
}
