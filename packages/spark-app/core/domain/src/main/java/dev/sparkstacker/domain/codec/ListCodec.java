package dev.sparkstacker.domain.codec;

import java.util.List;
import java.util.SortedMap;

/** A list: the count, then the elements. Lists read back are immutable. */
final class ListCodec implements TypeCodec {
    private final TypeCodec element;

    ListCodec(TypeCodec element) {
        this.element = element;
    }

    @Override
    public void write(Object value, ByteSink sink) {
        List<?> list = (List<?>) value;
        int count = list.size();
        sink.writeVarint(count);
        for (int i = 0; i < count; i++) {
            element.write(list.get(i), sink);
        }
    }

    @Override
    public Object read(ByteSource source) {
        Object[] elements = new Object[source.readCount(element.minBytes())];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = element.read(source);
        }
        return List.of(elements);
    }

    @Override
    public String name() {
        return "list<" + element.name() + ">";
    }

    @Override
    public int minBytes() {
        return 1;
    }

    @Override
    public void define(SortedMap<String, String> definitions) {
        element.define(definitions);
    }
}
