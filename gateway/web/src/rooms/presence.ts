/** The people in a room, and which of them are typing. */
import type { Member } from "./protocol.js";

/** How long a sign of typing is shown; the next one comes sooner. */
const TYPING_SHOWN_MS = 5000;

export class Presence {
  me: Member = { member: "", name: "" };
  private readonly members = new Map<string, Member>();
  private readonly typists = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly changed: () => void) {}

  /** Everybody in the room, the user first. */
  get people(): Member[] {
    const others = [...this.members.values()].filter(({ member }) => member !== this.me.member);
    return [this.me, ...others.sort((a, b) => a.name.localeCompare(b.name))];
  }

  get typing(): Member[] {
    return this.people.filter(({ member }) => this.typists.has(member));
  }

  reset(me: Member, members: readonly Member[]): void {
    this.me = me;
    this.members.clear();
    for (const each of members) this.members.set(each.member, each);
    this.stopAllTyping();
  }

  /** Returns whether that is news. */
  joined({ member, name }: Member): boolean {
    const isNews = member !== this.me.member && !this.members.has(member);
    this.members.set(member, { member, name });
    return isNews;
  }

  /** Returns whether that is news. */
  left({ member }: Member): boolean {
    this.stopTyping(member);
    return member !== this.me.member && this.members.delete(member);
  }

  nowTyping(who: Member): void {
    if (who.member === this.me.member) return;
    this.joined(who);
    this.stopTyping(who.member);
    const stop = (): void => {
      this.stopTyping(who.member);
      this.changed();
    };
    this.typists.set(who.member, setTimeout(stop, TYPING_SHOWN_MS));
  }

  stopTyping(member: string): void {
    clearTimeout(this.typists.get(member));
    this.typists.delete(member);
  }

  stopAllTyping(): void {
    for (const member of [...this.typists.keys()]) this.stopTyping(member);
  }
}
