// Walks the core paths in Firefox, over WebDriver BiDi: node firefox.mjs PROGRAM GATEWAY SITE
// Prints a line of JSON for each path: {"path": …, "error": …}; no error if it works.
import { createRequire } from "node:module";

const puppeteer = createRequire(new URL("../../gateway/web/package.json", import.meta.url))("puppeteer-core");
const [, , executablePath, gateway, site] = process.argv;
const PATIENCE_MS = 60_000;
const ONLINE = ">>> .state.online";

const paths = {
  async "a question in plain English"(page) {
    await visit(page, `${gateway}/`);
    await send(page, "opposite of hot");
    await shows(page, ">>> ww-exchange", "cold");
  },
  async "a command of the menu"(page) {
    await visit(page, `${gateway}/`);
    await (await page.waitForSelector(">>> select[part=menu]")).select("definition");
    await send(page, "serendipity");
    await shows(page, ">>> ww-exchange", "good luck");
  },
  async "the transcript after a reload"(page) {
    await visit(page, `${gateway}/?word=goose`);
    await shows(page, ">>> ww-exchange", "web-footed");
    await visit(page, `${gateway}/`);
    await shows(page, ">>> ww-exchange", "web-footed");
  },
  async "completions by keys"(page) {
    await visit(page, `${gateway}/`);
    await write(page, ">>> #text", "serendip");
    await shows(page, ">>> #offered", "serendipity");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await shows(page, ">>> ww-exchange", "good luck");
  },
  async "the map of a word"(page) {
    await visit(page, `${gateway}/?word=happy`);
    await (await page.waitForSelector(">>> ::-p-text(Word map)")).click();
    await page.waitForSelector(">>> ww-map >>> svg");
  },
  async "the page of a word"(page) {
    await page.goto(`${gateway}/word/bright`);
    await page.waitForSelector(ONLINE);
    await shows(page, ">>> ww-exchange", "emitting or reflecting light");
  },
  async "a room"(page) {
    await visit(page, `${gateway}/rooms`);
    await write(page, ">>> ww-door >>> input", "Ann");
    await page.keyboard.press("Enter");
    await write(page, ">>> textarea", "/define serendipity");
    await page.keyboard.press("Enter");
    await shows(page, ">>> ww-room-log", "good luck");
  },
  async "the widget on another site"(page) {
    await visit(page, site);
    await send(page, "serendipity");
    await shows(page, ">>> ww-exchange", "good luck");
  },
};

async function visit(page, address) {
  await page.goto(address);
  await page.waitForSelector(ONLINE);
}

async function send(page, text) {
  await write(page, ">>> #text", text);
  await page.keyboard.press("Enter");
}

async function write(page, selector, text) {
  const box = await page.waitForSelector(selector);
  await box.type(text);
}

/** Waits until an element shows the text, its open shadow roots included. */
async function shows(page, selector, text) {
  const textOf = (root) => {
    const walk = (node) =>
      [...(node.shadowRoot ?? node).childNodes]
        .map((child) => (child.nodeType === Node.TEXT_NODE ? child.data : walk(child)))
        .join(" ");
    return walk(root);
  };
  const element = await page.waitForSelector(selector);
  const deadline = Date.now() + PATIENCE_MS;
  // page.waitForFunction() needs `unsafe-eval`, which our Content-Security-Policy does not have.
  for (let shown = ""; !shown.includes(text); await new Promise((resolve) => setTimeout(resolve, 50))) {
    shown = await element.evaluate(textOf);
    if (Date.now() > deadline) throw new Error(`no "${text}" in: ${shown}`);
  }
}

const browser = await puppeteer.launch({ browser: "firefox", executablePath, timeout: PATIENCE_MS });
try {
  for (const [path, walk] of Object.entries(paths)) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const error = await walk(page).then(
      () => undefined,
      (reason) => String(reason),
    );
    console.log(JSON.stringify({ path, error }));
    await context.close();
  }
} finally {
  await browser.close();
}
