// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Malformed requests to a catalog, the same ones for the same seed. */
final class MalformedRequests {
    /** How the client leaves. */
    enum Ending {
        /** Sends nothing more, and reads to the end. */
        HALF_CLOSED,
        /** Says nothing more, and waits for the server to close. */
        SILENT,
        /** Closes without reading. */
        CLOSED,
        /** Resets the connection. */
        RESET
    }

    /**
     * What is sent on one connection.
     *
     * @param name for the report of a failure
     * @param text each character of which is a byte
     */
    record Sample(String name, String text, Ending ending) {
        static Sample of(String name, byte[] bytes, Ending ending) {
            return new Sample(name, new String(bytes, StandardCharsets.ISO_8859_1), ending);
        }

        byte[] bytes() {
            return RequestDraft.latin(text);
        }

        @Override
        public String toString() {
            return name + ", " + ending + ": " + text.substring(0, Math.min(text.length(), 400));
        }
    }

    private final Random random;
    private final String token;
    private int count;

    MalformedRequests(long seed, String token) {
        this.random = new Random(seed);
        this.token = token;
    }

    synchronized Sample next() {
        var name = new StringBuilder("no " + ++count);
        var draft = draft();
        for (int mistakes = 1 + random.nextInt(3); mistakes > 0; mistakes--) {
            var mistake = RequestMistake.ALL.get(random.nextInt(RequestMistake.ALL.size()));
            mistake.make(draft, random);
            name.append(", ").append(mistake.name());
        }
        return Sample.of(name.toString(), spoilt(draft.bytes()), ending());
    }

    private RequestDraft draft() {
        var draft = switch (random.nextInt(4)) {
            case 0 -> new RequestDraft("GET", "/api/catalog/entities");
            case 1 -> new RequestDraft("GET", "/api/catalog/entities/by-name/component/default/a");
            case 2 -> new RequestDraft("DELETE", "/api/catalog/entities/by-uid/a");
            default -> new RequestDraft("POST", "/api/catalog/entities/by-refs").json("{\"entityRefs\": []}");
        };
        return random.nextInt(4) == 0 ? draft : draft.header("Authorization", "Bearer " + token);
    }

    private byte[] spoilt(byte[] bytes) {
        if (bytes.length > 0 && random.nextInt(8) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private Ending ending() {
        int number = random.nextInt(100);
        if (number < 2) {
            return Ending.SILENT;
        }
        return number < 10 ? Ending.CLOSED : number < 15 ? Ending.RESET : Ending.HALF_CLOSED;
    }
}
