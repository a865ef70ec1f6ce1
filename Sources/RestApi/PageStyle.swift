/// How pages look, by day and by night.
enum PageStyle {
  static let text = """
    :root { color-scheme: light dark; --line: #d8dce3; --soft: #5a6371; --back: #f5f6f8; --card: #fff; --text: #1a1f27;
      --good: #177245; --warning: #9a6200; --bad: #b3261e; --good-soft: #e3f3ea; --warning-soft: #fdf1da;
      --bad-soft: #fde7e5; --ink: #2b62c0; --fill: #2b62c022; --ok: #58b887; --short: #e0574b; --some: #e5a02c; }
    @media (prefers-color-scheme: dark) { :root { --line: #333a45; --soft: #9ba5b3; --back: #12151a; --card: #1b1f26;
      --text: #e7eaef; --good: #5fd39b; --warning: #f1b85b; --bad: #ff8b80; --good-soft: #12291e; --warning-soft: #2e2412;
      --bad-soft: #35191a; --ink: #82aef8; --fill: #82aef826; --ok: #2f8f60; --short: #e5675c; --some: #d29a3a; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.45 system-ui, sans-serif; }
    main { max-width: 72rem; margin: 0 auto; padding: 1.25rem 1rem 2.5rem; }
    h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; } h2 { font-size: 1rem; margin: 1.75rem 0 .5rem; }
    p { margin: .2rem 0; } a { color: var(--ink); } .soft, footer, .card > span { color: var(--soft); font-size: .87rem; }
    header { display: flex; gap: 1rem; align-items: center; padding: 1rem 1.25rem; border-radius: 10px;
      border: 1px solid currentColor; }
    header p { color: var(--text); } .mark { font-size: 1.7rem; font-weight: 700; width: 3rem; height: 3rem;
      line-height: calc(3rem - 6px); flex: none; text-align: center; border-radius: 50%; border: 3px solid currentColor; }
    header.good { color: var(--good); background: var(--good-soft); }
    header.warning { color: var(--warning); background: var(--warning-soft); }
    header.bad { color: var(--bad); background: var(--bad-soft); }
    .findings { list-style: none; margin: .75rem 0 0; padding: 0; display: grid; gap: .5rem; }
    .findings li { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--warning);
      border-radius: 6px; padding: .5rem .85rem; overflow-wrap: anywhere; }
    .findings li.bad { border-left-color: var(--bad); } .findings strong { display: block; }
    .findings span { color: var(--soft); }
    .passes { margin-top: 1.25rem; } .strip { display: block; width: 100%; height: 46px; }
    .passes p { display: flex; justify-content: space-between; gap: 1rem; }
    .ok { fill: var(--ok); } .warn { fill: var(--some); } rect.bad { fill: var(--short); }
    .gone { fill: none; stroke: var(--soft); stroke-dasharray: 2; vector-effect: non-scaling-stroke; }
    .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11.5rem, 1fr)); gap: .75rem; margin-top: 1rem; }
    .card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .7rem .9rem; }
    .card > span { display: block; } .card b { display: block; font-size: 1.45rem; font-weight: 650; line-height: 1.3;
      font-variant-numeric: tabular-nums; }
    .card svg { display: block; width: 100%; height: 34px; margin: .3rem 0; }
    .card polyline { fill: none; stroke: var(--ink); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
    .card polygon { fill: var(--fill); }
    .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 1.25rem; }
    .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .75rem; border-top: 1px solid var(--line);
      overflow-wrap: break-word; }
    td:first-child, td:last-child { overflow-wrap: anywhere; } td:first-child { min-width: min(18rem, 38vw); }
    td:last-child:not(.n) { min-width: 14rem; }
    thead th { border-top: 0; font-weight: 600; color: var(--soft); font-size: .85rem; white-space: nowrap; }
    .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    footer { display: flex; justify-content: space-between; margin-top: 2rem; }
    @media (max-width: 40rem) { header { padding: .75rem; } .cards { grid-template-columns: 1fr 1fr; }
      th, td { padding: .3rem .55rem; } }

    """
}
