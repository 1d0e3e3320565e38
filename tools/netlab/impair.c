/*
 * A bad network between two to eight network namespaces: moves IPv4 packets from tun0 of the one to
 * tun0 of another, and delays, jitters, drops, doubles and reorders them on the way. Whatever goes to
 * x.x.N.x goes to the Nth namespace.
 *
 *   cc -O2 -o impair impair.c -lm && ./impair SEED NAMESPACE NAMESPACE...
 *
 * Commands come in on stdin, one a line, and each is answered by one line on stdout:
 *
 *   [there|back] set delay MS jitter MS loss PERCENT duplicate PERCENT reorder PERCENT
 *   cut MS            nothing gets through from now on for this long
 *   counts            in N dropped N out N late MICROSECONDS (mean of all that went out)
 *
 * `there` is what leaves the first namespace, `back` what leaves the second, neither is all. What is
 * left out of `set` is 0. Delays are one way, jitter is their standard
 * deviation, and a reordered packet skips its delay. It ends with its stdin or with the process that
 * started it.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <math.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_MS 1000000LL
#define NS_PER_S 1000000000LL
#define PACKET_BYTES_MAX 65536
/* Waiting packets beyond this are dropped, as a router with a full queue does. */
#define QUEUE_MAX 65536
#define ENDS_MAX 8
#define IPV4_HEADER_BYTES 20

struct conditions {
  double delay_ms, jitter_ms, loss, duplicate, reorder; /* shares in percent */
};

struct packet {
  int64_t due_ns;
  uint64_t order; /* among packets that are due at the same time */
  int target, bytes;
  unsigned char *data;
};

static int ends;
/* Of what leaves each namespace. */
static struct conditions conditions[ENDS_MAX];
static int64_t cut_until_ns;
static uint64_t count_in, count_dropped, count_out;
static int64_t late_ns;

/* A binary heap, the packet that is due first at its root. */
static struct packet queue[QUEUE_MAX];
static int queued;
static uint64_t next_order;

static int64_t now_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * NS_PER_S + now.tv_nsec;
}

static int is_before(const struct packet *a, const struct packet *b) {
  return a->due_ns < b->due_ns || (a->due_ns == b->due_ns && a->order < b->order);
}

static void swap(int a, int b) {
  struct packet kept = queue[a];
  queue[a] = queue[b];
  queue[b] = kept;
}

static void enqueue(struct packet packet) {
  int at = queued++;
  queue[at] = packet;
  while (at > 0 && is_before(&queue[at], &queue[(at - 1) / 2])) {
    swap(at, (at - 1) / 2);
    at = (at - 1) / 2;
  }
}

static struct packet dequeue(void) {
  struct packet first = queue[0];
  queue[0] = queue[--queued];
  for (int at = 0;;) {
    int child = 2 * at + 1;
    if (child >= queued) break;
    if (child + 1 < queued && is_before(&queue[child + 1], &queue[child])) child++;
    if (!is_before(&queue[child], &queue[at])) break;
    swap(at, child);
    at = child;
  }
  return first;
}

static int happens(double percent) { return drand48() * 100 < percent; }

static double travel_ms(const struct conditions *here) {
  /* Box and Muller: two uniform numbers make one normal one. */
  double normal = sqrt(-2 * log(1 - drand48())) * cos(2 * M_PI * drand48());
  double ms = here->delay_ms + here->jitter_ms * normal;
  if (happens(here->reorder) || ms < 0) return 0;
  return ms;
}

static void take(int source, const unsigned char *data, int bytes) {
  const struct conditions *here = &conditions[source];
  int target = data[18] - 1; /* the third byte of the destination */
  if (target < 0 || target >= ends || target == source) return;
  count_in++;
  int copies = happens(here->duplicate) ? 2 : 1;
  if (happens(here->loss) || now_ns() < cut_until_ns || queued + copies > QUEUE_MAX) {
    count_dropped++;
    return;
  }
  for (int copy = 0; copy < copies; copy++) {
    unsigned char *own = malloc(bytes);
    if (!own) abort();
    memcpy(own, data, bytes);
    int64_t due_ns = now_ns() + (int64_t)(travel_ms(here) * NS_PER_MS);
    enqueue((struct packet){due_ns, next_order++, target, bytes, own});
  }
}

/* Whole words only; what is no number counts as 0. */
static void set(struct conditions *here, char *words) {
  struct conditions read = {0};
  char *rest = NULL;
  for (char *name = strtok_r(words, " ", &rest); name; name = strtok_r(NULL, " ", &rest)) {
    char *value = strtok_r(NULL, " ", &rest);
    double number = value ? atof(value) : 0;
    if (!strcmp(name, "delay")) read.delay_ms = number;
    else if (!strcmp(name, "jitter")) read.jitter_ms = number;
    else if (!strcmp(name, "loss")) read.loss = number;
    else if (!strcmp(name, "duplicate")) read.duplicate = number;
    else if (!strcmp(name, "reorder")) read.reorder = number;
  }
  *here = read;
}

static void obey(char *line) {
  int first = 0, last = ends - 1;
  if (!strncmp(line, "there ", 6)) last = 0, line += 6;
  else if (!strncmp(line, "back ", 5)) first = last = 1, line += 5;
  if (!strncmp(line, "set ", 4)) {
    char copy[512];
    for (int source = first; source <= last; source++) {
      snprintf(copy, sizeof copy, "%s", line + 4);
      set(&conditions[source], copy);
    }
    puts("ok");
  } else if (!strncmp(line, "cut ", 4)) {
    cut_until_ns = now_ns() + (int64_t)(atof(line + 4) * NS_PER_MS);
    puts("ok");
  } else if (!strcmp(line, "counts")) {
    long long late_us = count_out ? late_ns / (int64_t)count_out / 1000 : 0;
    printf("in %llu dropped %llu out %llu late %lld\n", (unsigned long long)count_in,
           (unsigned long long)count_dropped, (unsigned long long)count_out, late_us);
  } else {
    puts("unknown command");
  }
  fflush(stdout);
}

/* Reads what there is and obeys each whole line; 0 at the end of stdin. */
static int listen_to_commands(void) {
  static char waiting[1024];
  static size_t length;
  ssize_t got = read(STDIN_FILENO, waiting + length, sizeof waiting - 1 - length);
  if (got <= 0) return 0;
  length += got;
  waiting[length] = 0;
  for (char *end; (end = strchr(waiting, '\n'));) {
    *end = 0;
    obey(waiting);
    length -= end + 1 - waiting;
    memmove(waiting, end + 1, length + 1);
  }
  if (length == sizeof waiting - 1) length = 0; /* no command is that long */
  return 1;
}

static void give_up(const char *what) {
  perror(what);
  exit(1);
}

/* A tun device belongs to the namespace in which it was opened, wherever one goes then. */
static int open_tun(const char *namespace) {
  char path[256];
  snprintf(path, sizeof path, "/var/run/netns/%s", namespace);
  int entry = open(path, O_RDONLY);
  if (entry < 0 || setns(entry, CLONE_NEWNET)) give_up(path);
  close(entry);
  int tun = open("/dev/net/tun", O_RDWR | O_NONBLOCK);
  if (tun < 0) give_up("/dev/net/tun");
  struct ifreq request = {.ifr_flags = IFF_TUN | IFF_NO_PI};
  strcpy(request.ifr_name, "tun0");
  if (ioctl(tun, TUNSETIFF, &request)) give_up("tun0");
  return tun;
}

static void receive(int tun, int source) {
  static unsigned char data[PACKET_BYTES_MAX];
  for (ssize_t bytes; (bytes = read(tun, data, sizeof data)) > 0;) {
    int is_ipv4 = bytes >= IPV4_HEADER_BYTES && data[0] >> 4 == 4;
    if (is_ipv4) take(source, data, (int)bytes);
  }
}

static void deliver(const int *tun) {
  int64_t now = now_ns();
  while (queued && queue[0].due_ns <= now) {
    struct packet packet = dequeue();
    if (write(tun[packet.target], packet.data, packet.bytes) > 0) {
      count_out++;
      late_ns += now - packet.due_ns;
    }
    free(packet.data);
  }
}

static void wake_for_next(int timer) {
  struct itimerspec wake = {0};
  if (queued) {
    wake.it_value.tv_sec = queue[0].due_ns / NS_PER_S;
    wake.it_value.tv_nsec = queue[0].due_ns % NS_PER_S;
  }
  timerfd_settime(timer, TFD_TIMER_ABSTIME, &wake, NULL);
}

int main(int argc, char **argv) {
  ends = argc - 2;
  if (ends < 2 || ends > ENDS_MAX) {
    fputs("usage: impair SEED NAMESPACE NAMESPACE...\n", stderr);
    return 2;
  }
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  srand48(atol(argv[1]));
  int tun[ENDS_MAX];
  struct pollfd events[ENDS_MAX + 2];
  for (int end = 0; end < ends; end++) {
    tun[end] = open_tun(argv[end + 2]);
    events[end] = (struct pollfd){tun[end], POLLIN, 0};
  }
  int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
  if (timer < 0) give_up("timer");
  struct pollfd *ring = &events[ends], *commands = &events[ends + 1];
  *ring = (struct pollfd){timer, POLLIN, 0};
  *commands = (struct pollfd){STDIN_FILENO, POLLIN, 0};
  /* On time among busy browsers where that is allowed; it needs next to no processor. */
  struct sched_param soon = {.sched_priority = 10};
  sched_setscheduler(0, SCHED_FIFO, &soon);
  puts("ready");
  fflush(stdout);
  for (;;) {
    poll(events, ends + 2, -1);
    if (commands->revents && !listen_to_commands()) return 0;
    for (int end = 0; end < ends; end++) {
      if (events[end].revents & POLLIN) receive(tun[end], end);
    }
    uint64_t expirations;
    if (ring->revents && read(timer, &expirations, sizeof expirations) < 0) give_up("timer");
    deliver(tun);
    wake_for_next(timer);
  }
}
