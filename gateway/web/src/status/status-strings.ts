/** The strings of the status page, separate from the client's, so that neither page loads the other's. */

const en = {
  title: "Wordwire's status",
  back: "To the dictionary",
  verdict: {
    asking: "Asking…",
    up: "Up: questions are answered",
    down: "Up, but questions have to wait",
    draining: "Stopping: this gateway accepts no new visitors",
    away: "The gateway does not answer",
  },
  waiting: "Questions waiting",
  workers: "Workers listening",
  connections: "Open connections",
  caption: "Answer times in the last minutes",
  command: "Command",
  count: "Answers",
  quiet: "Nobody has asked anything lately.",
};

export type StatusStrings = typeof en;

const ko: StatusStrings = {
  title: "Wordwire 상태",
  back: "사전으로",
  verdict: {
    asking: "확인하는 중…",
    up: "정상: 질문에 답하고 있습니다",
    down: "실행 중이지만 질문이 기다려야 합니다",
    draining: "멈추는 중: 이 게이트웨이는 새 방문자를 받지 않습니다",
    away: "게이트웨이가 응답하지 않습니다",
  },
  waiting: "기다리는 질문",
  workers: "일하는 워커",
  connections: "열린 연결",
  caption: "최근 몇 분의 속도",
  command: "명령",
  count: "답",
  quiet: "최근에는 질문이 없었습니다.",
};

export function statusStrings(code: string): StatusStrings {
  return code === "ko" ? ko : en;
}
