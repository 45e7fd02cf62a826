// Preloaded into the stack's processes: when the one that started them is gone, even by kill -9, they end as if asked to.
if (process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
