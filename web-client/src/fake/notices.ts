import type { Notice, NoticeDesk, NoticePermission, NoticePress } from "../signaling/notices";

/** The notices that stand outside the page. */
export class FakeNotices implements NoticeDesk {
  allowed: NoticePermission = "granted";
  /** What the person will say when he is asked. */
  answer: NoticePermission = "granted";
  /** How often what was shown without a page was taken away. */
  cleared = 0;
  readonly standing = new Map<string, Notice>();
  #changed: () => void = () => undefined;
  #pressed: (press: NoticePress) => void = () => undefined;

  permission(): NoticePermission {
    return this.allowed;
  }

  ask(): Promise<void> {
    this.become(this.answer);
    return Promise.resolve();
  }

  become(allowed: NoticePermission): void {
    this.allowed = allowed;
    this.#changed();
  }

  show(notice: Notice): void {
    this.standing.set(notice.call, notice);
  }

  close(call: string): void {
    this.standing.delete(call);
  }

  clear(): void {
    this.cleared++;
  }

  watch(changed: () => void, pressed: (press: NoticePress) => void): void {
    this.#changed = changed;
    this.#pressed = pressed;
  }

  press(press: NoticePress): void {
    this.#pressed(press);
  }
}
