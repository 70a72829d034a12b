"""Measures a large store; see scripts/bench-store."""
import argparse
import os
import subprocess
import time

# Of the store that tests/bench/store_bench.cpp makes: somebody in most of the news, somebody rare, everybody.
QUESTIONS = [
    "Who did Minister Number 5 call in May 2015?",
    "Who did Minister Number 0 meet in 2015?",
    "Who talked to Minister Number 9000?",
    "When did Minister Number 1 last meet Minister Number 2?",
    "How often did Minister Number 1 call Minister Number 0?",
    "Who is Minister Number 3?",
    "Who talked to whom about fisheries on 12 March 2016?",
]


def forget(path):
    """Takes the file out of the page cache, so that the next reader waits for the disk."""
    for part in ("", "-wal"):
        if not os.path.exists(path + part):
            continue
        handle = os.open(path + part, os.O_RDONLY)
        os.fsync(handle)
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(handle)


def seconds(command):
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"bench-store: {command[0]} failed: {done.stderr.strip()}")
    return time.monotonic() - start, done.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--mentions", type=int, required=True)
    parser.add_argument("file")
    args = parser.parse_args()
    bench = os.path.join(args.build, "tests")
    program = os.path.join(args.build, "src", "cli", "demarche")
    if not os.path.exists(program):
        program = os.path.join(args.build, "demarche")
    if not os.path.exists(args.file):
        print(seconds([os.path.join(bench, "bench_store"), str(args.mentions), args.file])[1])
    print(seconds([os.path.join(bench, "bench_network"), args.file])[1])
    print("| question | from the disk, ms | again, ms |")
    print("|---|---|---|")
    for question in QUESTIONS:
        command = [program, "ask", args.file, question, "--today", "2024-01-01", "--format", "jsonl"]
        cold = []
        warm = []
        for _ in range(3):
            forget(args.file)
            cold.append(seconds(command)[0])
            warm.append(seconds(command)[0])
        print(f"| {question} | {1000 * min(cold):.0f} | {1000 * min(warm):.0f} |")


if __name__ == "__main__":
    main()
