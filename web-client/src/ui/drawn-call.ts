import { talks, type PhoneCall } from "../phone/call";

const kind = "application/x-sonnerie-call";

interface Handle {
  readonly draggable?: boolean;
  readonly onDragStart?: (event: DragEvent) => void;
}

interface Landing {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Makes what shows a call something that is drawn with the pointer, where the call can be handed on. */
export function handle(call: PhoneCall): Handle {
  if (!talks(call) || call.consult !== null) return {};
  return {
    draggable: true,
    onDragStart: (event) => {
      event.dataTransfer?.setData(kind, call.key);
    },
  };
}

/** Where a call may be let go: nothing else that is drawn over the page is taken. */
export function landing(land: (call: string) => void): Landing {
  return {
    onDragOver: (event) => {
      if (event.dataTransfer?.types.includes(kind) === true) event.preventDefault();
    },
    onDrop: (event) => {
      const call = event.dataTransfer?.getData(kind) ?? "";
      if (call === "") return;
      event.preventDefault();
      land(call);
    },
  };
}
