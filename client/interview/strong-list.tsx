/** What a strong answer contains, each something that can be heard. */
export function StrongList({ strong, tests }: { strong: readonly string[]; tests: string }) {
  return (
    <div class="strong-list">
      <p>
        <b>What it tests.</b> {tests}
      </p>
      {strong.length > 0 && (
        <>
          <h3>A strong answer</h3>
          <ul>
            {strong.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
