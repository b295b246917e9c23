// Checks a report, prints what is wrong with it, renders it to memory and saves it: .NET 6 or later, or Mono; nothing else.
//
//     dotnet run -- data.yaml report.pdf                          (in a console project with this file alone)
//     mcs Embed.cs && mono Embed.exe data.yaml report.pdf
//
// libnianbao.so.0 must be where the loader finds it. The functions are those of nianbao/nianbao.h.

using System;
using System.IO;
using System.Runtime.InteropServices;

static class Nianbao
{
    const string Library = "libnianbao.so.0";

    [DllImport(Library)] public static extern IntPtr nianbao_error_message(IntPtr error, IntPtr length);
    [DllImport(Library)] public static extern void nianbao_error_free(IntPtr error);
    [DllImport(Library)] public static extern int nianbao_engine_open(IntPtr options, out IntPtr engine, out IntPtr error);
    [DllImport(Library)] public static extern void nianbao_engine_free(IntPtr engine);
    [DllImport(Library)] public static extern int nianbao_data_from_file([MarshalAs(UnmanagedType.LPUTF8Str)] string path, long length, out IntPtr data, out IntPtr error);
    [DllImport(Library)] public static extern void nianbao_data_free(IntPtr data);
    [DllImport(Library)] public static extern int nianbao_check(IntPtr data, IntPtr options, out IntPtr outcome, out IntPtr error);
    [DllImport(Library)] public static extern int nianbao_render(IntPtr engine, IntPtr data, IntPtr options, out IntPtr outcome, out IntPtr error);
    [DllImport(Library)] public static extern int nianbao_outcome_status(IntPtr outcome);
    [DllImport(Library)] public static extern IntPtr nianbao_outcome_bytes(IntPtr outcome, out long length);
    [DllImport(Library)] public static extern long nianbao_outcome_finding_count(IntPtr outcome);
    [DllImport(Library)] public static extern IntPtr nianbao_outcome_finding_text(IntPtr outcome, long index, IntPtr length);
    [DllImport(Library)] public static extern void nianbao_outcome_free(IntPtr outcome);

    /// The machine failed, or the call was wrong. Its text is Chinese.
    public class Failure : Exception
    {
        public Failure(string message) : base(message) { }
    }

    public static void Check(int status, IntPtr error)
    {
        if (status == 0) return;
        string message = Marshal.PtrToStringUTF8(nianbao_error_message(error, IntPtr.Zero));
        nianbao_error_free(error);
        throw new Failure(message);
    }
}

static class Embed
{
    const int Written = 0, Refused = 2;

    static int Main(string[] words)
    {
        if (words.Length != 2) return 2;
        Console.OutputEncoding = new System.Text.UTF8Encoding(false);  // Chinese in every locale
        try
        {
            return CheckAndRender(words[0], words[1]);
        }
        catch (Nianbao.Failure failure)
        {
            Console.Error.WriteLine(failure.Message);
            return 3;
        }
    }

    static int CheckAndRender(string source, string place)
    {
        Nianbao.Check(Nianbao.nianbao_data_from_file(source, -1, out IntPtr data, out IntPtr error), error);
        try
        {
            Nianbao.Check(Nianbao.nianbao_check(data, IntPtr.Zero, out IntPtr outcome, out error), error);
            for (long index = 0; index < Nianbao.nianbao_outcome_finding_count(outcome); ++index)
                Console.Write(Marshal.PtrToStringUTF8(Nianbao.nianbao_outcome_finding_text(outcome, index, IntPtr.Zero)));
            bool refused = Nianbao.nianbao_outcome_status(outcome) == Refused;
            Nianbao.nianbao_outcome_free(outcome);
            return refused ? 1 : Render(data, place);
        }
        finally
        {
            Nianbao.nianbao_data_free(data);
        }
    }

    static int Render(IntPtr data, string place)
    {
        // One engine is enough for any number of reports, on any number of threads.
        Nianbao.Check(Nianbao.nianbao_engine_open(IntPtr.Zero, out IntPtr engine, out IntPtr error), error);
        try
        {
            Nianbao.Check(Nianbao.nianbao_render(engine, data, IntPtr.Zero, out IntPtr outcome, out error), error);
            bool written = Nianbao.nianbao_outcome_status(outcome) == Written;
            if (written)
            {
                IntPtr first = Nianbao.nianbao_outcome_bytes(outcome, out long length);
                byte[] bytes = new byte[length];
                Marshal.Copy(first, bytes, 0, (int)length);
                File.WriteAllBytes(place, bytes);
            }
            Nianbao.nianbao_outcome_free(outcome);
            return written ? 0 : 1;
        }
        finally
        {
            Nianbao.nianbao_engine_free(engine);
        }
    }
}
