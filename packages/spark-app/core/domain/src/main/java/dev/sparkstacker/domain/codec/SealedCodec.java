package dev.sparkstacker.domain.codec;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sealed family: the record's {@link WireId} in one byte, then the record. */
final class SealedCodec implements TypeCodec {
    private static final int MAX_ID = 255;

    /** A record of the family with its number. */
    private record Member(int id, TypeCodec codec) {}

    /** Finds the member of a value's class; it caches, because that is asked for every event. */
    private final class Members extends ClassValue<Member> {
        @Override
        protected Member computeValue(Class<?> type) {
            for (Member member : byId) {
                if (member != null && member.codec().name().equals(type.getName())) {
                    return member;
                }
            }
            throw new IllegalArgumentException(type.getName() + " is no record of the family " + family.getName());
        }
    }

    private final Class<?> family;
    private final @Nullable Member[] byId = new @Nullable Member[MAX_ID + 1];
    private final Members byClass = new Members();

    SealedCodec(Class<?> family) {
        this.family = family;
    }

    void add(int id, TypeCodec codec) {
        if (id < 1 || id > MAX_ID) {
            throw new IllegalArgumentException("@WireId of " + codec.name() + " must be from 1 to 255: " + id);
        }
        Member taken = byId[id];
        if (taken != null) {
            throw new IllegalArgumentException(
                    "@WireId " + id + " names both " + taken.codec().name() + " and " + codec.name());
        }
        byId[id] = new Member(id, codec);
    }

    @Override
    public void write(Object value, ByteSink sink) {
        Member member = byClass.get(value.getClass());
        sink.writeByte(member.id());
        member.codec().write(value, sink);
    }

    @Override
    public Object read(ByteSource source) {
        int id = source.readByte();
        Member member = byId[id];
        if (member == null) {
            throw new CodecException("No record " + id + " in the family " + name(), source.position() - 1);
        }
        return member.codec().read(source);
    }

    @Override
    public String name() {
        return family.getName();
    }

    @Override
    public int minBytes() {
        return 1;
    }

    @Override
    public void define(SortedMap<String, String> definitions) {
        SortedMap<Integer, String> names = new TreeMap<>();
        for (Member member : byId) {
            if (member != null) {
                names.put(member.id(), member.codec().name());
                member.codec().define(definitions);
            }
        }
        definitions.put(name(), "sealed " + names);
    }
}
