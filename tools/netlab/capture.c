/*
 * Copies every packet that an interface sends or receives to stdout: its length in four bytes, the lowest first, then
 * the packet from its IP header on. Root.
 *
 *   cc -O2 -o capture capture.c && ip netns exec NAMESPACE ./capture INTERFACE
 *
 * It says `ready` and a line feed first, and ends with the process that started it.
 */
#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>

#define PACKET_BYTES_MAX 65536
/* What waits while the reader is busy. */
#define WAITING_BYTES (16 << 20)

int main(int count, char **words) {
  if (count != 2) return fprintf(stderr, "capture INTERFACE\n"), 2;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  int from = socket(AF_PACKET, SOCK_DGRAM, htons(ETH_P_ALL));
  struct sockaddr_ll where = {
      .sll_family = AF_PACKET,
      .sll_protocol = htons(ETH_P_ALL),
      .sll_ifindex = (int)if_nametoindex(words[1]),
  };
  int waiting = WAITING_BYTES;
  if (from < 0 || where.sll_ifindex == 0 ||
      bind(from, (struct sockaddr *)&where, sizeof where) < 0) {
    return perror("capture"), 1;
  }
  setsockopt(from, SOL_SOCKET, SO_RCVBUFFORCE, &waiting, sizeof waiting);
  fputs("ready\n", stdout);
  fflush(stdout);
  static unsigned char packet[PACKET_BYTES_MAX];
  for (;;) {
    ssize_t bytes = recv(from, packet, sizeof packet, 0);
    if (bytes < 0) return perror("capture"), 1;
    unsigned char length[4] = {bytes & 255, bytes >> 8 & 255, bytes >> 16 & 255, bytes >> 24 & 255};
    if (fwrite(length, 4, 1, stdout) + fwrite(packet, (size_t)bytes, bytes > 0, stdout) == 0) return 1;
    fflush(stdout);
  }
}
