// Runs Ace on EPUBs, one after another in one process, and prints its reports: JSON, by path.
"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const ace = require("@daisy/ace-core");
const runner = require("@daisy/ace-axe-runner-puppeteer");
const winston = require("winston");

// Ace logs to whatever it is given, and complains if that is nothing.
winston.configure({ transports: [new winston.transports.Console({ silent: true })] });

async function main(books) {
  const reports = {};
  for (const book of books) {
    const outdir = fs.mkdtempSync(path.join(os.tmpdir(), "ace-"));
    try {
      const options = { cwd: process.cwd(), outdir, silent: true, jobid: book };
      const [, report] = await ace(book, options, runner);
      reports[book] = { assertions: report.assertions };
    } finally {
      fs.rmSync(outdir, { recursive: true });
    }
  }
  return JSON.stringify(reports);
}

main(process.argv.slice(2)).then(
  (said) => process.stdout.write(said, () => process.exit(0)),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
