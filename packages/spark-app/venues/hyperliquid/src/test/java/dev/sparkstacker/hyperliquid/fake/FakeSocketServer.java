package dev.sparkstacker.hyperliquid.fake;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A websocket server of the fewest lines: RFC 6455 handshake and frames, acknowledgements and pongs as the venue sends them. */
public final class FakeSocketServer implements AutoCloseable {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CONTINUATION = 0;

    private final ServerSocket server;
    private final List<Peer> peers = new CopyOnWriteArrayList<>();
    private volatile boolean pongs = true;
    private volatile boolean acknowledges = true;
    private volatile boolean refuses;
    private volatile BiConsumer<Peer, String> onPost = (peer, text) -> {};

    public FakeSocketServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("fake-ws").start(this::accept);
    }

    public String url() {
        return "ws://127.0.0.1:" + server.getLocalPort() + "/ws";
    }

    /** Every connection ever accepted, oldest first. */
    public List<Peer> peers() {
        return peers;
    }

    public void pongs(boolean answer) {
        pongs = answer;
    }

    public void acknowledges(boolean answer) {
        acknowledges = answer;
    }

    /** What to do with a request posted over the websocket. */
    public void onPost(BiConsumer<Peer, String> action) {
        onPost = action;
    }

    /** From now on connections are closed before the handshake. */
    public void refuses(boolean refuse) {
        refuses = refuse;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().name("fake-ws-peer").start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (refuses) {
                return;
            }
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String key = readKey(in);
            OutputStream out = socket.getOutputStream();
            String accept = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII)));
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accept + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            Peer peer = new Peer(socket, out);
            peers.add(peer);
            peer.read(in);
        } catch (IOException | GeneralSecurityException ended) {
            // the other side went away, which is what half of the scenarios are about
        }
    }

    private static String readKey(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Peer peer : peers) {
            peer.drop();
        }
    }

    /** One client. */
    public final class Peer {
        private final Socket socket;
        private final OutputStream out;
        private final List<String> received = new CopyOnWriteArrayList<>();

        Peer(Socket socket, OutputStream out) {
            this.socket = socket;
            this.out = out;
        }

        /** Every text received, oldest first. */
        public List<String> received() {
            return received;
        }

        /** Whether it subscribed to something that contains the text. */
        public boolean subscribedTo(String fragment) {
            return received.stream().anyMatch(text -> text.contains("\"subscribe\"") && text.contains(fragment));
        }

        void read(DataInputStream in) throws IOException {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                int length = in.readUnsignedByte() & 0x7f;
                if (length == 126) {
                    length = in.readUnsignedShort();
                }
                byte[] mask = in.readNBytes(4);
                byte[] payload = in.readNBytes(length);
                for (int i = 0; i < payload.length; i++) {
                    payload[i] ^= mask[i % 4];
                }
                if (opcode != TEXT) {
                    return;
                }
                hear(new String(payload, StandardCharsets.UTF_8));
            }
        }

        private void hear(String text) {
            received.add(text);
            if (text.contains("\"ping\"") && pongs) {
                send("{\"channel\":\"pong\"}");
            } else if (text.contains("\"subscribe\"") && acknowledges) {
                send("{\"channel\":\"subscriptionResponse\",\"data\":" + text + "}");
            } else if (text.contains("\"post\"")) {
                onPost.accept(this, text);
            }
        }

        /** Sends a whole text frame. */
        public void send(String text) {
            frame(0x80 | TEXT, text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sends a whole text frame of these bytes, whether they are a text or not. */
        public void sendBytes(byte[] bytes) {
            frame(0x80 | TEXT, bytes);
        }

        /** Sends a text in several frames; no other text may come between them. */
        public synchronized void sendInPieces(String text, int pieces) {
            byte[] all = text.getBytes(StandardCharsets.UTF_8);
            int size = (all.length + pieces - 1) / pieces;
            for (int from = 0; from < all.length; from += size) {
                int to = Math.min(all.length, from + size);
                int opcode = from == 0 ? TEXT : CONTINUATION;
                frame(to == all.length ? 0x80 | opcode : opcode, Arrays.copyOfRange(all, from, to));
            }
        }

        private synchronized void frame(int head, byte[] payload) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(head);
            if (payload.length < 126) {
                bytes.write(payload.length);
            } else if (payload.length < 65_536) {
                bytes.write(126);
                bytes.write(payload.length >> 8);
                bytes.write(payload.length);
            } else {
                bytes.write(127);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    bytes.write((int) ((long) payload.length >> shift));
                }
            }
            bytes.writeBytes(payload);
            try {
                out.write(bytes.toByteArray());
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Cuts the connection without a closing handshake. */
        public void drop() throws IOException {
            socket.close();
        }
    }
}
